import { beforeAll, describe, expect, it } from 'vitest';
import { attackerOf } from '#lib/domain/disclosure/attacker.ts';
import { insiderFailures } from '#lib/domain/disclosure/insider.ts';
import { modelOf } from '#lib/domain/disclosure/model.ts';
import type { Need } from '#lib/domain/disclosure/need.ts';
import { protect } from '#lib/domain/disclosure/protection.ts';
import { rangesOf } from '#lib/domain/disclosure/range.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import { publicPolicy, type Table } from '#lib/domain/disclosure/table.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { crossTable, madeUpTable, valueOfCell } from '../../support/disclosure-tables.ts';
import { possibleValues } from '../../support/table-attack.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const table = crossTable({ columns: ['a', 'b'], rows: { x: [2, 9], y: [7, 8], z: [6, 12] } });

it('one who gave the other hidden figure can take it away: the auditor says who and what', () => {
  const model = modelOf(table);
  const hidden = new Set(
    [...model.cells.keys()].filter((index) => /^[xy],[ab]$/.test(model.cells[index]?.keys[0] ?? ''))
  );
  const pattern = { hidden, independent: [...model.cells.keys()].filter((index) => !hidden.has(index)), exposed: [] };
  const cell = model.cells.findIndex(({ keys }) => keys.includes('x,a'));
  const primary: Need[] = [{ kind: 'range', cell, columns: model.cells[cell]?.columns ?? [], atMost: 0, atLeast: 4 }];
  const failures = insiderFailures(model, pattern, primary, { solver, policy: publicPolicy });
  expect(failures.map(({ insider, least, greatest }) => [insider, least, greatest])).toEqual([['y', 2, 2]]);
});

it('what is published leaves more than one value to everyone who answered', () => {
  const protection = protect({ table }, solver);
  if (protection.outcome === 'refused') throw new Error('refused');
  const shown = table.cells.filter(({ key }) => !protection.hidden.has(key));
  for (const insider of ['y', 'z']) {
    const own = table.rows.filter(({ contributor }) => contributor === insider);
    const sums = [
      ...shown.map((cell) => ({ rows: cell.rows, value: valueOfCell(table, cell) })),
      ...own.map(({ key, value }) => ({ rows: [key], value }))
    ];
    const possible = possibleValues({ rows: table.rows.map(({ key }) => key), sums }, ['x,a'], 9);
    expect(possible.length).toBeGreaterThan(1);
  }
});

describe('a region', () => {
  const made = madeUpTable(5, { municipalities: 20, counties: 3, regions: 1, cases: 71, shape: 'star', answered: 14 });

  it('no municipality can work out a small figure of another, asked one by one', () => {
    const protection = protect({ table: made }, solver);
    if (protection.outcome === 'refused') throw new Error('refused');
    const model = modelOf(made);
    const isHidden = ({ keys }: { keys: readonly string[] }) => keys.some((key) => protection.hidden.has(key));
    const hidden = new Set([...model.cells.keys()].filter((index) => isHidden(model.cells[index] ?? { keys: [] })));
    const independent = [...model.cells.keys()].filter((index) => !hidden.has(index));
    for (const insider of new Set(made.rows.map(({ contributor }) => contributor))) {
      const others = smallOfOthers(made, insider).map(
        (key) => model.cells.find(({ keys }) => keys.includes(key))?.columns ?? []
      );
      const attacker = attackerOf(model, { hidden, independent, exposed: [] }, publicPolicy, new Set([insider]));
      for (const { least, greatest } of rangesOf(attacker, others, solver)) expect(greatest).toBeGreaterThan(least);
    }
  });

  function smallOfOthers({ rows, cells }: Table, insider: string): string[] {
    const own = new Set(rows.filter(({ contributor }) => contributor === insider).map(({ key }) => key));
    return cells
      .filter((cell) => valueOfCell(made, cell) <= publicPolicy.most && cell.rows.every((key) => !own.has(key)))
      .map(({ key }) => key);
  }
});
