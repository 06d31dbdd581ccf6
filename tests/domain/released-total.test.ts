import { describe, expect, it } from 'vitest';
import type { ReleasedFigure } from '#lib/domain/release-content.ts';
import { releasedTotal } from '#lib/domain/released-total.ts';
import { releasedRegion, withHidden } from '../support/released-region.ts';

const totalOf = (figures: readonly ReleasedFigure[]) => releasedTotal('cases_handled', figures);
const changed = (indicator: string, measure: ReleasedFigure['measure'], change: Partial<ReleasedFigure>) =>
  releasedRegion.figures.map((figure) =>
    figure.indicator === indicator && figure.measure === measure ? { ...figure, ...change } : figure
  );

describe('the total that a release tells', () => {
  it('is its count, with the share it is the one part of', () => {
    expect(totalOf(releasedRegion.figures)).toMatchObject({ value: 63, numerator: 63, denominator: 71 });
  });

  it('has neither count nor part where the count is hidden, also beside a share that is shown', () => {
    const told = totalOf(withHidden('cases_handled').figures);
    expect(told).toMatchObject({ value: null, numerator: null, denominator: null, reported: 42 });
    const besideShare = totalOf(changed('cases_handled', 'count', { value: null, status: 'hidden' }));
    expect(besideShare).toMatchObject({ value: null, numerator: null, denominator: null });
  });

  it('has no part where the whole is hidden', () => {
    expect(totalOf(withHidden('cases_received').figures)).toMatchObject({
      ...{ value: 63, numerator: null, denominator: null }
    });
  });

  it('has no part where the share is of others than both counts: they would tell of those in one of them', () => {
    const ofFewer = changed('cases_handled', 'share', { value: 60 / 68 });
    expect(totalOf(ofFewer)).toMatchObject({ value: 63, numerator: null, denominator: null });
  });

  it('is of the region, whatever areas stand before it, and nothing where the region is not told of', () => {
    const inCounty = releasedRegion.figures.map((figure) => ({ ...figure, area: 'county:42', value: 5, reported: 3 }));
    expect(totalOf([...inCounty, ...releasedRegion.figures])).toMatchObject({ value: 63, reported: 42 });
    expect(totalOf(inCounty)).toBeNull();
  });
});
