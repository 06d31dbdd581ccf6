import type { Figure } from './figure.ts';
import { indicatorOf } from './indicator.ts';
import type { ReleasedFigure, ReleasedMeasure } from './release-content.ts';

/**
 * The row of a whole round that a release tells of an indicator, or null when it tells nothing of it. A share stands with its
 * parts only where it is the one of the two counts that are shown; what is hidden has no value.
 */
export function releasedTotal(indicator: string, released: readonly ReleasedFigure[]): Figure | null {
  const of = (id: string | null, measure: ReleasedMeasure) =>
    released.find((one) => one.indicator === id && one.measure === measure && one.area.startsWith('korus_region:'));
  const count = of(indicator, 'count');
  if (!count) return null;
  const share = of(indicator, 'share')?.value ?? null;
  const whole = of(indicatorOf(indicator).denominator, 'count')?.value ?? null;
  const isOfBoth = share !== null && whole !== null && isPart(count.value, share * whole);
  return {
    ...{ indicator, category: null, municipalityNo: null, countyNo: null, value: count.value },
    numerator: isOfBoth ? count.value : null,
    denominator: isOfBoth ? whole : null,
    status: count.reported > 0 ? 'reported' : 'missing',
    expected: count.expected,
    reported: count.reported,
    population: count.population,
    populationReported: count.populationReported
  };
}

function isPart(value: number | null, part: number): boolean {
  return value !== null && Math.abs(value - part) < 1e-9;
}
