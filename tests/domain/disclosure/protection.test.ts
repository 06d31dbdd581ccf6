import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { attackerOf } from '#lib/domain/disclosure/attacker.ts';
import { modelOf } from '#lib/domain/disclosure/model.ts';
import { protect, type Protection } from '#lib/domain/disclosure/protection.ts';
import { rangesOf } from '#lib/domain/disclosure/range.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import { publicPolicy, type Cell, type Policy, type Table } from '#lib/domain/disclosure/table.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { crossTable, madeUpTable, valueOfCell, type Country } from '../../support/disclosure-tables.ts';
import { possibleValues, type Knowledge } from '../../support/table-attack.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The same examples in every run. */
const runs = { seed: 20_240_904, numRuns: 25 };

function hiddenIn(protection: Protection): string[] {
  if (protection.outcome === 'refused')
    throw new Error(`refused: ${protection.unprotected.flatMap(({ keys }) => keys).join()}`);
  return [...protection.hidden.keys()];
}

function knowledgeOf(table: Table, hidden: readonly string[]): Knowledge {
  const shown = table.cells.filter(({ key }) => !hidden.includes(key));
  return {
    rows: table.rows.map(({ key }) => key),
    sums: shown.map((cell) => ({ rows: cell.rows, value: valueOfCell(table, cell) }))
  };
}

/** The figures of `small` cells, whatever else is hidden. */
function small(table: Table, { most }: Policy): Cell[] {
  return table.cells.filter((cell) => valueOfCell(table, cell) <= most);
}

describe('a table by hand', () => {
  const table = crossTable({ columns: ['under18', 'over18'], rows: { Vest: [2, 9], Midt: [7, 8], Øst: [6, 12] } });

  const ofOne = { ...table, rows: table.rows.map((row) => ({ ...row, contributor: 'all' })) };

  it('hides a small figure and three that would tell it', () => {
    const hidden = hiddenIn(protect({ table: ofOne }, solver)).sort();
    expect(hidden).toEqual(['Midt,over18', 'Midt,under18', 'Vest,over18', 'Vest,under18']);
  });

  it('hides two more when Midt knows its own figures', () => {
    const hidden = hiddenIn(protect({ table }, solver)).sort();
    expect(hidden).toEqual(['Midt', 'Vest', 'Øst'].flatMap((place) => [`${place},over18`, `${place},under18`]));
  });

  it('leaves every small figure to be anything from 0 to 4 and one more than it is', () => {
    const hidden = hiddenIn(protect({ table: ofOne }, solver));
    expect(possibleValues(knowledgeOf(table, hidden), ['Vest,under18'], 15)).toEqual(
      Array.from({ length: 10 }, (_, value) => value)
    );
  });

  it('tells why each figure is hidden', () => {
    const protection = protect({ table }, solver);
    if (protection.outcome === 'refused') throw new Error('refused');
    expect(protection.hidden.get('Vest,under18')).toBe('few_cases');
    expect(protection.hidden.get('Midt,under18')).toBe('protects_others');
  });

  it('widens what elimination alone leaves too narrow', () => {
    const narrow = crossTable({ columns: ['a', 'b', 'c'], rows: { x: [0, 1, 9], y: [1, 8, 6], z: [7, 9, 8] } });
    const knowledge = knowledgeOf(narrow, hiddenIn(protect({ table: narrow }, solver)));
    for (const cell of small(narrow, publicPolicy)) {
      expect(possibleValues(knowledge, cell.rows, 4)).toEqual([0, 1, 2, 3, 4]);
    }
  });
});

describe('against an attacker who tries every table', () => {
  const counts = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 3
  });
  const tableOf = ([x, y, z]: number[][]) =>
    crossTable({ columns: ['a', 'b', 'c'], rows: { x: x ?? [], y: y ?? [], z: z ?? [] } });

  it.each([2, 4])('nothing up to %i can be told from 0 up to there, or from one more than it is', (most) => {
    const policy = { ...publicPolicy, most };
    fc.assert(
      fc.property(counts, (values) => {
        const table = tableOf(values);
        const knowledge = knowledgeOf(table, hiddenIn(protect({ table, policy }, solver)));
        for (const cell of small(table, policy)) {
          const value = valueOfCell(table, cell);
          const possible = possibleValues(knowledge, cell.rows, 8);
          expect(possible).toContain(value);
          expect(possible[0]).toBe(0);
          expect(possible.at(-1)).toBeGreaterThanOrEqual(Math.max(most, value + 1));
        }
      }),
      runs
    );
  });

  it('gives the same for the same table', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const table = tableOf(values);
        expect(protect({ table }, solver)).toEqual(protect({ table }, solver));
      }),
      { ...runs, numRuns: 8 }
    );
  });
});

describe('tables of a region', () => {
  const region: Country = { municipalities: 18, counties: 3, regions: 1, cases: 71, shape: 'star', answered: 12 };
  const cases = (['star', 'full'] as const).flatMap((shape) =>
    [2, 4].flatMap((most) => [71, 400, 2000].map((all) => ({ shape, most, cases: all })))
  );

  it.each(cases)('$shape, $cases cases: nothing up to $most can be worked out', ({ shape, most, cases: all }) => {
    const policy = { ...publicPolicy, most };
    const table = madeUpTable(1, { ...region, shape, cases: all });
    const hidden = new Set(hiddenIn(protect({ table, policy }, solver)));
    for (const [cell, range] of rangesWithout(table, hidden, policy)) {
      const value = valueOfCell(table, cell);
      if (value > most) continue;
      expect([cell.key, range.least]).toEqual([cell.key, 0]);
      expect(range.greatest).toBeGreaterThanOrEqual(Math.max(most, value + 1));
    }
  });

  function rangesWithout(table: Table, hidden: ReadonlySet<string>, policy: Policy) {
    const model = modelOf(table);
    const indexOf = new Map(model.cells.flatMap(({ keys }, index) => keys.map((key) => [key, index] as const)));
    const isHidden = new Set([...hidden].flatMap((key) => indexOf.get(key) ?? []));
    const independent = [...model.cells.keys()].filter((index) => !isHidden.has(index));
    const attacker = attackerOf(model, { hidden: isHidden, independent, exposed: [] }, policy);
    const cells = table.cells.filter(({ key }) => hidden.has(key));
    const columns = cells.map(({ key }) => model.cells[indexOf.get(key) ?? -1]?.columns ?? []);
    return rangesOf(attacker, columns, solver).map((range, index) => [cells[index] as Cell, range] as const);
  }
});

describe('a solver that is wrong', () => {
  const { rows, cells } = crossTable({ columns: ['a', 'b'], rows: { x: [2, 9], y: [7, 8], z: [6, 12] } });
  const table = { rows: rows.map((row) => ({ ...row, contributor: 'all' })), cells };

  it('is not believed: what it says is possible has to obey all that is shown', () => {
    const liar: Solver = {
      open: ({ columns }) => ({
        optimum: ({ sense }) => ({
          value: sense === 'least' ? 0 : 99,
          table: columns.map(({ least, most }) => (sense === 'least' ? least : Math.max(least, Math.min(most, 9)))),
          binding: []
        }),
        close: () => undefined
      })
    };
    expect(hiddenIn(protect({ table }, liar))).toHaveLength(table.cells.length);
    expect(hiddenIn(protect({ table }, solver))).toHaveLength(4);
  });

  it('that has no answer leads to a refusal', () => {
    const silent: Solver = { open: () => ({ optimum: () => null, close: () => undefined }) };
    expect(protect({ table }, silent).outcome).toBe('refused');
  });
});
