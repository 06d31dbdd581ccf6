import { beforeAll, describe, expect, it } from 'vitest';
import type { Release } from '#lib/domain/disclosure/ledger.ts';
import { protect, type Protection } from '#lib/domain/disclosure/protection.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import type { Table } from '#lib/domain/disclosure/table.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { crossTable, madeUpTable, valueOfCell, type Country } from '../../support/disclosure-tables.ts';
import { possibleValues } from '../../support/table-attack.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function published(id: string, table: Table, protection: Protection): Release {
  if (protection.outcome === 'refused') throw new Error('refused');
  const shown = table.cells.filter(({ key, isWithheld }) => !isWithheld && !protection.hidden.has(key));
  return { id, table, shown: shown.map(({ key }) => key) };
}

/** Everything shown in some releases, as an attacker notes it down. */
function notesOf(releases: readonly Release[]) {
  const rows = [...new Set(releases.flatMap(({ table }) => table.rows.map(({ key }) => key)))];
  const sums = releases.flatMap(({ table, shown }) =>
    table.cells
      .filter(({ key }) => shown.includes(key))
      .map((cell) => ({ rows: cell.rows, value: valueOfCell(table, cell) }))
  );
  return { rows, sums };
}

const total = (table: Table): Table => ({ ...table, cells: table.cells.filter(({ key }) => key === 'Total,Total') });
const early = crossTable({ columns: ['all'], rows: { x: [9], y: [8], z: [7] } });
const late = crossTable({ columns: ['all'], rows: { x: [9], y: [8], z: [7], w: [2] } });

describe('an answer that comes late', () => {
  const withAggregates = (table: Table) => ({ ...table, cells: table.cells.map((cell) => ({ ...cell, weight: 1 })) });

  it('is the difference between two totals when each is protected alone', () => {
    const first = published('1', total(early), protect({ table: total(early) }, solver));
    const alone = published('2', total(late), protect({ table: total(late) }, solver));
    expect(possibleValues(notesOf([first, alone]), ['w,all'], 9)).toEqual([2]);
  });

  it('is protected when the ledger is known: the new total is hidden', () => {
    const first = published('1', early, protect({ table: early }, solver));
    const second = published('2', late, protect({ table: withAggregates(late), ledger: [first] }, solver));
    expect(second.shown).not.toContain('Total,Total');
    const possible = possibleValues(notesOf([first, second]), ['w,all'], 9);
    expect([possible[0], possible.at(-1)]).toEqual([0, 9]);
  });

  it('leads to a refusal when both totals are public already', () => {
    const ledger = [early, late].map((table, index) => ({
      id: String(index),
      table: total(table),
      shown: ['Total,Total']
    }));
    const protection = protect({ table: late, ledger }, solver);
    expect(protection).toEqual({
      outcome: 'refused',
      unprotected: [
        {
          ...{ keys: ['w,Total', 'w,all'], reason: 'few_cases', insider: null, least: 2, greatest: 2 },
          heldBy: expect.arrayContaining(['0/Total,Total', '1/Total,Total']) as string[]
        }
      ]
    });
  });

  it('no longer counts as a secret once the ledger has it as public', () => {
    const totals = [early, late].map((table, index) => ({
      id: String(index),
      table: total(table),
      shown: ['Total,Total']
    }));
    const conceded = {
      id: 'known',
      table: { ...late, cells: late.cells.filter(({ key }) => key === 'w,all') },
      shown: ['w,all']
    };
    expect(protect({ table: late, ledger: [...totals, conceded] }, solver).outcome).toBe('protected');
  });
});

describe('what was published', () => {
  const country: Country = { municipalities: 9, counties: 3, regions: 1, cases: 71, shape: 'star' };
  const first = madeUpTable(1, country, 'r1');

  it('stays public, also where it is small', () => {
    const article = {
      id: 'article',
      table: { rows: early.rows, cells: early.cells.filter(({ key }) => key === 'z,all') },
      shown: ['z,all']
    };
    const policy = { most: 9, zeros: 'hidden', fewestContributors: 0 } as const;
    const protection = protect({ table: early, ledger: [article], policy }, solver);
    expect(protection.outcome === 'protected' && protection.hidden.has('z,all')).toBe(false);
  });

  it('hides what was hidden before', () => {
    const release = published('r1', first, protect({ table: first }, solver));
    const again = protect({ table: first, ledger: [release] }, solver);
    expect(published('r1', first, again).shown).toEqual(release.shown);
  });

  it('and an accumulated table beside two rounds give nothing away', () => {
    const second = madeUpTable(2, country, 'r2');
    const both: Table = {
      rows: [...first.rows, ...second.rows],
      cells: first.cells.map((cell, index) => ({ ...cell, rows: [...cell.rows, ...(second.cells[index]?.rows ?? [])] }))
    };
    const ledger = [
      published('r1', first, protect({ table: first }, solver)),
      published('r2', second, protect({ table: second }, solver))
    ];
    const protection = protect({ table: both, ledger }, solver);
    expect(protection.outcome).toBe('protected');
    if (protection.outcome === 'protected') expect(protection.hidden.size).toBeLessThan(both.cells.length);
  });

  it('cannot be entered with other content', () => {
    const changed = { ...early, rows: early.rows.map((row) => ({ ...row, value: row.value + 1 })) };
    const ledger = [{ id: '1', table: total(changed), shown: ['Total,Total'] }];
    expect(() => protect({ table: early, ledger }, solver)).toThrow('row is not what was published in 1: x,all');
  });
});
