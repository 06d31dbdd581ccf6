import { answerRows, type AnsweredCounts, type Dimension } from '#lib/domain/disclosure/answer-rows.ts';
import { areaCells, areasOf, type Area, type Shape } from '#lib/domain/disclosure/area-cells.ts';
import type { Cell, Row, Table } from '#lib/domain/disclosure/table.ts';
import { seededChance } from './random.ts';

/** A table of two ways: its rows by name with the counts of each column. */
export type Cross = { columns: readonly string[]; rows: Readonly<Record<string, readonly number[]>> };

/** Sums besides the totals: a name, and the columns or rows that it sums. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** Every count, the totals both ways, and sums of some rows or columns. Keys are `row,column`; a total is `Total`. */
export function crossTable({ columns, rows }: Cross, groups: { rows?: Groups; columns?: Groups } = {}): Table {
  const names = Object.keys(rows);
  const inner: Row[] = names.flatMap((row) =>
    columns.map((column, index) => ({
      key: `${row},${column}`,
      contributor: row,
      value: rows[row]?.[index] ?? 0
    }))
  );
  const ways = (single: readonly string[], sums: Groups = {}): [string, readonly string[]][] => [
    ['Total', single],
    ...Object.entries(sums),
    ...single.map((name): [string, readonly string[]] => [name, [name]])
  ];
  const cells = ways(names, groups.rows).flatMap(([row, ownRows]) =>
    ways(columns, groups.columns).map(([column, ownColumns]) => ({
      key: `${row},${column}`,
      rows: ownRows.flatMap((one) => ownColumns.map((other) => `${one},${other}`)),
      weight: 1,
      isAggregate: false
    }))
  );
  return { rows: inner, cells };
}

export const age: Dimension = { key: 'age', categories: ['under18', 'over18'] };
export const handling: Dimension = { key: 'handling', categories: ['handled', 'not'] };
export const dimensions = [age, handling];

/** How a made-up country is divided and shown. */
export type Country = {
  municipalities: number;
  counties: number;
  regions: number;
  cases: number;
  shape: Shape;
  answered?: number;
};

/** Answers of made-up municipalities, few of them large: the same ones for the same seed. */
export function madeUpTable(seed: number, country: Country, release = 'a'): Table {
  const { municipalities, counties, regions, shape } = country;
  const nos = Array.from({ length: municipalities }, (_, index) => String(index).padStart(4, '0'));
  const rows = madeUpAnswers(seed, nos, country, release).flatMap((answer) => answerRows(answer, dimensions));
  const countyOf = (no: string) => Math.floor((Number(no) * counties) / municipalities);
  const areas: Area[] = [
    ...areasOf(nos, 'country', () => 'country'),
    ...(regions > 1 ? areasOf(nos, 'region', (no) => `r${Math.floor((countyOf(no) * regions) / counties)}`) : []),
    ...areasOf(nos, 'county', (no) => `c${countyOf(no)}`),
    ...areasOf(nos, 'municipality', (no) => no)
  ];
  return { rows, cells: areaCells(rows, areas, dimensions, shape) };
}

function madeUpAnswers(seed: number, nos: readonly string[], { cases, answered }: Country, release: string) {
  const chance = seededChance(seed);
  const left = [...nos];
  const given: string[] = [];
  while (given.length < (answered ?? nos.length)) given.push(...left.splice(chance.below(left.length), 1));
  given.sort();
  const sizes = given.map(() =>
    Math.round(Math.exp((chance.below(1000) + chance.below(1000) + chance.below(1000)) / 500))
  );
  const totals = given.map(() => 0);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  for (let one = 0; one < cases; one += 1) {
    let place = chance.below(all);
    const index = sizes.findIndex((size) => (place -= size) < 0);
    totals[index] = (totals[index] ?? 0) + 1;
  }
  return given.map((no, index): AnsweredCounts => {
    const total = totals[index] ?? 0;
    const among = (share: number) => Array.from({ length: total }, () => chance.percent(share)).filter(Boolean).length;
    const [young, handled] = [among(33), among(85)];
    const split = new Map([
      ['age', [young, total - young]],
      ['handling', [handled, total - handled]]
    ]);
    return { release, contributor: no, municipalityNo: no, total, split };
  });
}

/** The sum of a cell's rows. */
export function valueOfCell({ rows }: Table, cell: Cell): number {
  const values = new Map(rows.map((row) => [row.key, row.value]));
  return cell.rows.reduce((sum, key) => sum + (values.get(key) ?? 0), 0);
}
