import type { ImportRow, ImportState, Verdict } from './answer-import.ts';
import type { DelimitedRow } from './delimited-text.ts';
import { guessColumns, numberColumn, unusedColumn, type ColumnUse } from './import-column.ts';
import type { ImportWords } from './import-words.ts';
import type { Questionnaire } from './questionnaire.ts';

/** A table that was read: its headings (blank ones where it has none), what each column holds, and the rows under them. */
export type ImportSheet = {
  headings: string[];
  uses: ColumnUse[];
  rows: ImportRow[];
  /** The lines above the headings, which are no rows of the table. */
  above: number[];
};

/** Headings are looked for in so many rows from the top: a title may stand over them. */
export const headingRows = 5;

/**
 * The table in these rows. The headings are the first row of which two columns are known, or one; without any, the first
 * column is the municipality and the others wait for someone to say what they hold.
 */
export function sheetOf(
  rows: readonly DelimitedRow[],
  { questionnaire, words }: { questionnaire: Questionnaire; words: ImportWords }
): ImportSheet {
  const top = rows.slice(0, headingRows).map(({ cells }) => guessColumns(cells, questionnaire, words));
  const known = top.map((uses) => uses.filter((use) => use !== unusedColumn).length);
  const sure = known.findIndex((count) => count > 1);
  const place = sure >= 0 ? sure : known.findIndex((count) => count > 0);
  const heading = rows[place];
  if (!heading) {
    const width = Math.max(0, ...rows.slice(0, headingRows).map(({ cells }) => cells.length));
    const uses = Array.from({ length: width }, (_, index) => (index === 0 ? numberColumn : unusedColumn));
    return { headings: uses.map(() => ''), uses, rows: rows.map(importRow), above: [] };
  }
  return {
    headings: heading.cells.map((cell) => cell.trim()),
    uses: top[place] ?? [],
    rows: rows.slice(place + 1).map(importRow),
    above: rows.slice(0, place).map(({ line }) => line)
  };
}

/** A row as it was read, with nothing decided about it. */
export function importRow({ line, cells }: DelimitedRow): ImportRow {
  return { line, cells, isSkipped: false, replaces: null };
}

/** How many rows there are of each state. */
export type StateCounts = Record<ImportState, number>;

/** The count of rows by what becomes of them. */
export function countStates(verdicts: readonly Pick<Verdict, 'state'>[]): StateCounts {
  const counts: StateCounts = { skipped: 0, blank: 0, unchanged: 0, ready: 0, asks: 0, refused: 0 };
  for (const { state } of verdicts) counts[state] += 1;
  return counts;
}
