import { beforeAll, describe, expect, it } from 'vitest';
import { answerRows, type AnsweredCounts } from '#lib/domain/disclosure/answer-rows.ts';
import { areaCells, areasOf } from '#lib/domain/disclosure/area-cells.ts';
import { protect } from '#lib/domain/disclosure/protection.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import type { Cell, Table } from '#lib/domain/disclosure/table.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { age } from '../../support/disclosure-tables.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function hiddenOf(table: Table) {
  const protection = protect({ table }, solver);
  if (protection.outcome === 'refused') throw new Error('refused');
  return Object.fromEntries(protection.hidden);
}

describe('a share', () => {
  const places = ['1', '2', '3', '4', '5', '6'];
  /** Received and handled in a county, given as two sums and their share: nothing tells of those not handled. */
  const shareOf = (notHandled: number): Table => {
    const rows = places.flatMap((place, index) => [
      { key: `${place}/handled`, contributor: place, value: 4 },
      { key: `${place}/not`, contributor: place, value: index < notHandled ? 1 : 0 }
    ]);
    const cell = (key: string, ends: readonly string[]): Cell => ({
      ...{ key, weight: 30, isAggregate: true },
      rows: places.flatMap((place) => ends.map((end) => `${place}/${end}`))
    });
    return {
      rows,
      cells: [cell('received', ['handled', 'not']), cell('handled', ['handled'])],
      derived: [{ key: 'share', of: ['handled', 'received'] }]
    };
  };

  it('is shown with its sums when enough are left over', () => {
    expect(hiddenOf(shareOf(6))).toEqual({});
  });

  it('goes with one of its sums when few are left over', () => {
    expect(hiddenOf(shareOf(2))).toEqual({ handled: 'protects_others', share: 'protects_others' });
  });

  it('of a sum that is not there is an error', () => {
    const { rows, cells } = shareOf(6);
    expect(() => hiddenOf({ rows, cells, derived: [{ key: 'share', of: ['nothing'] }] })).toThrow(
      'unknown cell: nothing'
    );
  });
});

describe('those who did not tell the ages', () => {
  const answer = (municipalityNo: string, ages: [number, number] | number): AnsweredCounts => ({
    ...{ release: 'a', contributor: municipalityNo, municipalityNo },
    total: typeof ages === 'number' ? ages : ages[0] + ages[1],
    split: typeof ages === 'number' ? new Map() : new Map([['age', ages]])
  });
  const told = ['1', '2', '3', '4'].map((no) => answer(no, [5, 7]));
  const countyOf = (answers: AnsweredCounts[]): Table => {
    const rows = answers.flatMap((one) => answerRows(one, [age]));
    const areas = areasOf(
      answers.map(({ municipalityNo }) => municipalityNo),
      'county',
      () => 'c'
    );
    return { rows, cells: areaCells(rows, areas, [age], 'star') };
  };

  it('are protected: the total less the ages must not tell that one had three', () => {
    const hidden = hiddenOf(countyOf([...told, answer('5', 3)]));
    expect(Object.keys(hidden).length).toBeGreaterThan(0);
    expect(Object.values(hidden)).toEqual(Object.values(hidden).map(() => 'protects_others'));
  });

  it('hide nothing when three of them had enough', () => {
    expect(hiddenOf(countyOf([...told, answer('5', 6), answer('6', 7), answer('7', 8)]))).toEqual({});
  });
});
