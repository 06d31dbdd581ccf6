import type { ImportRow, Verdict } from '#lib/domain/answer-import.ts';
import { readColumnUses, type ColumnUse } from '#lib/domain/import-column.ts';
import { countStates } from '#lib/domain/import-sheet.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { Problem } from '#lib/server/problem.ts';

/** A table in the page, as it was read or corrected, with what becomes of each row. */
type Sheet = { headings: string[]; uses: ColumnUse[]; rows: ImportRow[]; above: number[] };

/** Each row is some ten fields of a form; more than these rows need the browser's own reading. */
export const mostFormRows = 400;

/** The table in a form: its columns by place, its rows by line. Null when the form holds none. */
export function readSheetForm(
  form: FormData,
  questionnaire: Questionnaire
): { headings: string[]; uses: ColumnUse[]; rows: ImportRow[] } | null {
  const lines = form.getAll('row').map(Number);
  if (lines.length === 0) return null;
  if (lines.length > mostFormRows || lines.some((line) => !Number.isSafeInteger(line))) {
    throw Problem.tooLarge(`${lines.length} rows`);
  }
  const texts = (name: string) => form.getAll(name).map((value) => String(value).replaceAll('\0', ''));
  const skipped = new Set(form.getAll('skip').map(Number));
  return {
    headings: texts('heading'),
    uses: readColumnUses(texts('use'), questionnaire),
    rows: lines.map((line) => ({
      line,
      cells: texts(`cell.${line}`),
      isSkipped: skipped.has(line),
      replaces: Number(form.get(`replace.${line}`)) || null
    }))
  };
}

/** A table with its verdicts, as the page shows it. */
export function viewOf(sheet: Sheet, verdicts: Verdict[]) {
  return { ...sheet, verdicts, counts: countStates(verdicts) };
}
