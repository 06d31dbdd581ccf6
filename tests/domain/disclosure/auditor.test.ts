import { beforeAll, describe, expect, it } from 'vitest';
import { attackerOf } from '#lib/domain/disclosure/attacker.ts';
import { modelOf } from '#lib/domain/disclosure/model.ts';
import type { Need } from '#lib/domain/disclosure/need.ts';
import { rangesOf } from '#lib/domain/disclosure/range.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import { publicPolicy, type Table } from '#lib/domain/disclosure/table.ts';
import { failuresOf } from '#lib/domain/disclosure/verification.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { crossTable } from '../../support/disclosure-tables.ts';

/** Patterns that protect too little: an auditor that passes one of them is worth nothing. */
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function audit(table: Table, hidden: readonly string[], zeros: 'hidden' | 'open' = 'hidden') {
  const model = modelOf(table);
  const policy = { ...publicPolicy, zeros };
  const isHidden = new Set(
    [...model.cells.keys()].filter((index) => hidden.includes(model.cells[index]?.keys[0] ?? ''))
  );
  const independent = [...model.cells.keys()].filter((index) => !isHidden.has(index));
  const attacker = attackerOf(model, { hidden: isHidden, independent, exposed: [] }, policy);
  const needs = [...isHidden].flatMap((cell): Need[] => {
    const { columns = [], value = 0 } = model.cells[cell] ?? {};
    if (value > policy.most) return [];
    return [
      { kind: 'range', cell, columns, atMost: zeros === 'open' ? 1 : 0, atLeast: Math.max(policy.most, value + 1) }
    ];
  });
  const failures = failuresOf(model, attacker, needs, { solver, tables: [] });
  return failures.map(({ need, least, greatest }) => [model.cells[need.cell]?.keys[0], least, greatest]);
}

const columns = ['a', 'b', 'c'];

describe('the auditor fails', () => {
  it('a single hidden cell: its total less the others', () => {
    const table = crossTable({ columns, rows: { x: [3, 9, 8], y: [7, 6, 9] } });
    expect(audit(table, ['x,a'])).toEqual([['x,a', 3, 3]]);
  });

  it('two hidden cells in one line, shown in the columns', () => {
    const table = crossTable({ columns, rows: { x: [3, 9, 8], y: [7, 6, 9] } });
    expect(audit(table, ['x,a', 'x,b'])).toEqual([['x,a', 3, 3]]);
  });

  it('zeros that sum to nothing: no sum tells them, that counts are not negative does', () => {
    const table = crossTable({ columns, rows: { x: [0, 0, 8], y: [7, 6, 9] } });
    const hidden = ['x,a', 'x,b', 'y,a', 'y,b'];
    expect(audit(table, hidden)).toEqual([
      ['x,a', 0, 0],
      ['x,b', 0, 0]
    ]);
  });

  it('ones that are all that is left when zeros are always shown', () => {
    const table = crossTable({ columns, rows: { x: [1, 1, 8], y: [7, 6, 9] } });
    const hidden = ['x,a', 'x,b', 'y,a', 'y,b'];
    expect(audit(table, hidden, 'open').map(([key]) => key)).toEqual(['x,a', 'x,b']);
  });

  it('a cell that cannot be one more than it is', () => {
    const table = crossTable({ columns, rows: { x: [4, 0, 8], y: [7, 6, 9] } });
    expect(audit(table, ['x,a', 'x,b', 'y,a', 'y,b'])).toContainEqual(['x,a', 0, 4]);
  });

  it('a range of fractions with a single whole number in it', () => {
    const row = (key: string, value: number) => ({ key, contributor: 'all', value });
    const cell = (key: string, rows: string[]) => ({ key, rows, weight: 1, isAggregate: false });
    const table: Table = {
      rows: [row('p', 1), row('q', 1), row('r', 1)],
      cells: [cell('p', ['p']), cell('pq', ['p', 'q']), cell('qr', ['q', 'r']), cell('pr', ['p', 'r'])]
    };
    expect(audit(table, ['p'])).toEqual([['p', 1, 1]]);
  });
});

it('bounds are rounded inwards', () => {
  const system = {
    columns: [
      { least: 0, most: 9 },
      { least: 0, most: 9 }
    ],
    constraints: [{ columns: [0, 1], least: 3.4, most: 7.6 }]
  };
  expect(rangesOf({ system, cellOf: [null] }, [[0, 1]], solver)).toEqual([{ least: 4, greatest: 7 }]);
});
