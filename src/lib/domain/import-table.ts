import {
  judgeRow,
  linesByMunicipality,
  withDuplicates,
  type ImportRow,
  type ImportScene,
  type ImportState,
  type Verdict
} from './answer-import.ts';
import type { DelimitedRow } from './delimited-text.ts';
import { readColumnUses, type ColumnUse } from './import-column.ts';
import { countStates, headingRows, importRow, sheetOf, type StateCounts } from './import-sheet.ts';

/** What an import shows at a time: some rows of those that were read, and how many there are of each kind. */
export type ImportWindow = {
  headings: string[];
  uses: ColumnUse[];
  above: number[];
  counts: StateCounts;
  rows: ImportRow[];
  verdicts: Verdict[];
  /** The place of the first row among the `total` that are looked through. */
  from: number;
  total: number;
};
type Asked = { from: number; most: number; onlyProblems: boolean };

const problemStates: readonly ImportState[] = ['refused', 'asks'];

/** The rows of an import that is being worked on; a hundred thousand of them are judged once, and again when corrected. */
export class ImportTable {
  readonly #scene: ImportScene;
  readonly #waiting: DelimitedRow[] = [];
  #headings: string[] = [];
  #uses: ColumnUse[] = [];
  #above: number[] = [];
  #rows: ImportRow[] = [];
  #verdicts: Verdict[] = [];
  #isBegun = false;

  constructor(scene: ImportScene) {
    this.#scene = scene;
  }

  get size(): number {
    return this.#rows.length + this.#waiting.length;
  }

  /** Adds rows as they are read; the headings are found when enough of them are there, or all are (`isLast`). */
  add(rows: readonly DelimitedRow[], isLast: boolean): void {
    if (this.#isBegun) return this.#append(rows.map(importRow));
    for (const row of rows) this.#waiting.push(row);
    if (this.#waiting.length < headingRows && !isLast) return;
    const sheet = sheetOf(this.#waiting.splice(0), this.#scene);
    this.#headings = sheet.headings;
    this.#uses = sheet.uses;
    this.#above = sheet.above;
    this.#isBegun = true;
    this.#append(sheet.rows);
  }

  chooseUse(column: number, use: ColumnUse): void {
    const others = this.#uses.map((other) => (other === use ? '-' : other));
    this.#uses = readColumnUses(others.with(column, use), this.#scene.questionnaire);
    this.#verdicts = this.#rows.map((row) => judgeRow(this.#scene, this.#uses, row));
  }

  /** Puts something else in a row, and judges it again. */
  change(line: number, changed: Partial<Omit<ImportRow, 'line'>>): void {
    this.#update(line, (row) => ({ ...row, ...changed }));
  }

  correct(line: number, column: number, value: string): void {
    this.#update(line, (row) => {
      const cells = Array.from(
        { length: Math.max(row.cells.length, column + 1) },
        (_, place) => row.cells[place] ?? ''
      );
      return { ...row, cells: cells.with(column, value) };
    });
  }

  /** Some of the rows, all or only those that need someone. */
  show({ from, most, onlyProblems }: Asked): ImportWindow {
    const verdicts = this.#judged();
    const places = verdicts.flatMap(({ state }, place) =>
      !onlyProblems || problemStates.includes(state) ? [place] : []
    );
    const shown = places.slice(from, from + most);
    return {
      ...{ headings: this.#headings, uses: this.#uses, above: this.#above, from, total: places.length },
      counts: countStates(verdicts),
      rows: shown.flatMap((place) => this.#rows[place] ?? []),
      verdicts: shown.flatMap((place) => verdicts[place] ?? [])
    };
  }

  /** The rows that are ready to be stored. */
  ready(): ImportRow[] {
    const verdicts = this.#judged();
    return this.#rows.filter((_, place) => verdicts[place]?.state === 'ready');
  }

  #append(rows: ImportRow[]): void {
    for (const row of rows) {
      this.#rows.push(row);
      this.#verdicts.push(judgeRow(this.#scene, this.#uses, row));
    }
  }

  #update(line: number, change: (row: ImportRow) => ImportRow): void {
    const place = this.#rows.findIndex((row) => row.line === line);
    const row = this.#rows[place];
    if (!row) throw new Error(`no row on line ${line}`);
    this.#rows[place] = change(row);
    this.#verdicts[place] = judgeRow(this.#scene, this.#uses, change(row));
  }

  #judged(): Verdict[] {
    const lines = linesByMunicipality(this.#rows, this.#verdicts);
    return this.#verdicts.map((verdict, place) => withDuplicates(verdict, this.#rows[place]?.line ?? 0, lines));
  }
}
