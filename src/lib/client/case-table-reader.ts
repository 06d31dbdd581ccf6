import { countCases, type CaseCounts, type Months } from '#lib/domain/case/case-count.ts';
import { readCaseTable, type CaseTableHead, type CaseTableProblem } from '#lib/domain/case/case-table.ts';
import { readDelimitedText, type UnreadableText } from '#lib/domain/delimited-text.ts';

const largestFile = 5 * 1024 * 1024;

/** What a file of cases gives: its figures, or why it was not counted. */
export type CountedFile =
  | { kind: 'counted'; counts: CaseCounts; rows: number; ignored: string[] }
  | { kind: 'wrong'; problems: CaseTableProblem[] }
  | { kind: 'unreadable'; why: 'too_large' | UnreadableText };

/** Counts the cases of a file where it is chosen; nothing of it leaves the browser. */
export async function countFile(
  file: Blob,
  { months, heads }: { months: Months; heads: readonly CaseTableHead[] }
): Promise<CountedFile> {
  if (file.size > largestFile) return { kind: 'unreadable', why: 'too_large' };
  const read = readDelimitedText(new Uint8Array(await file.arrayBuffer()));
  if ('refused' in read) return { kind: 'unreadable', why: read };
  const table = readCaseTable(read.rows, heads);
  if ('problems' in table) return { kind: 'wrong', problems: table.problems };
  const { cases, ignored } = table;
  return { kind: 'counted', counts: countCases(cases, months), rows: cases.length, ignored };
}
