import { beforeAll, describe, expect, it } from 'vitest';
import { protect } from '#lib/domain/disclosure/protection.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import type { Table } from '#lib/domain/disclosure/table.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { crossTable, valueOfCell } from '../../support/disclosure-tables.ts';
import { possibleValues } from '../../support/table-attack.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The table by hand of docs/disclosure.md. */
const tableOf = (vest: number, midt: number): Table =>
  crossTable({
    columns: ['under18', 'over18'],
    rows: { Vest: [vest, 11 - vest], Midt: [midt, 15 - midt], Øst: [15 - vest - midt, 3 + vest + midt] }
  });
const table = tableOf(2, 7);

function hiddenIn(one: Table): string[] {
  const protection = protect({ table: one }, solver);
  if (protection.outcome === 'refused') return ['refused'];
  return [...protection.hidden.keys()].sort();
}

function seenBy(insiders: readonly string[]): number[] {
  const hidden = hiddenIn(table);
  const sums = [
    ...table.cells
      .filter(({ key }) => !hidden.includes(key))
      .map((cell) => ({ rows: cell.rows, value: valueOfCell(table, cell) })),
    ...table.rows
      .filter(({ contributor }) => insiders.includes(contributor))
      .map(({ key, value }) => ({ rows: [key], value }))
  ];
  return possibleValues({ rows: table.rows.map(({ key }) => key), sums }, ['Vest,under18'], 15);
}

/** What is not promised, as it is: docs/disclosure.md says so. */
describe('what the engine does not cover', () => {
  it('each of two municipalities alone is left with several values of a third', () => {
    expect(seenBy(['Midt']).length).toBeGreaterThan(1);
    expect(seenBy(['Øst']).length).toBeGreaterThan(1);
  });

  it('two of three that put their figures together know the third', () => {
    expect(seenBy(['Midt', 'Øst'])).toEqual([2]);
  });

  /** Values of Vest's small figure in the tables that the engine gives the same pattern, of all that have the same totals. */
  function valuesBehind(give: (one: Table) => Table): number[] {
    const pattern = hiddenIn(give(table));
    const told = (one: Table) => one.cells.map((cell) => (pattern.includes(cell.key) ? null : valueOfCell(one, cell)));
    const behind = new Set<number>();
    for (let vest = 0; vest <= 11; vest += 1) {
      for (let midt = 0; midt <= 15 - vest; midt += 1) {
        if (behind.has(vest)) break;
        const other = give(tableOf(vest, midt));
        if (told(other).join() !== told(give(table)).join()) continue;
        if (hiddenIn(other).join() !== pattern.join()) continue;
        behind.add(vest);
      }
    }
    return [...behind].sort((a, b) => a - b);
  }

  it('who knows how the engine chooses, and runs it on every table with the same totals, learns nothing of this one', () => {
    expect(valuesBehind((one) => one)).toEqual(Array.from({ length: 12 }, (_, value) => value));
  });

  it('and where nobody who answered reads along, is left with 0 to 6 where sums alone leave 0 to 9', () => {
    const ofOne = (one: Table) => ({ ...one, rows: one.rows.map((row) => ({ ...row, contributor: 'all' })) });
    expect(valuesBehind(ofOne)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
