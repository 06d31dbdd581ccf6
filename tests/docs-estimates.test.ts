import { describe, expect, it } from 'vitest';
import { ladderOf, rungNames, rungOf, type RungName } from '#lib/domain/estimate/ladder.ts';
import { predictTotal } from '#lib/domain/estimate/model.ts';
import { refusals } from '#lib/domain/estimate/refusal.ts';
import { tableUnder } from './support/document-table.ts';
import { regionSor, regionWhereSilentHold, unlikeCounts } from './support/region-sor.ts';

const page = 'docs/estimates.md';
const unquoted = (cell = '') => cell.replaceAll('`', '');

describe('docs/estimates.md', () => {
  it('has every rung and every refusal', () => {
    expect(tableUnder(page, 'The ladder').map(({ rung }) => unquoted(rung))).toEqual(rungNames);
    expect(tableUnder(page, 'When no estimate is given').map(({ reason }) => unquoted(reason))).toEqual(refusals);
  });

  const ladder = ladderOf({ ...regionSor, judgements: new Map(), last: null });
  it.each(tableUnder(page, '“Nearer 80”'))('tells what $rung gives: $cases in all', (row) => {
    const { value, low, high } = rungOf(ladder, unquoted(row.rung) as RungName);
    const range = high === null ? `at least ${low}` : `${low}–${high}`;
    expect(row['cases in all']).toBe(value === null ? range : value.toFixed(1));
  });

  it.each(tableUnder(page, 'When the silent hold more'))('tells the ranges where they hold $share', (row) => {
    const share = Number.parseFloat(row['share of inhabitants'] ?? '') / 100;
    const rangeOf = (counts: readonly number[] | null) => {
      const { counted, silent } = regionWhereSilentHold(share, counts);
      const { low, high } = predictTotal(counted, silent) ?? {};
      return `${low}–${high}`;
    };
    expect([row['Region Sør'], row['where alpha is 0.6']]).toEqual([rangeOf(null), rangeOf(unlikeCounts)]);
  });
});
