import { changeBetween } from './change.ts';
import { rateOf, type Interval } from './rate.ts';

/** Cases and the inhabitants they are of. */
export type CountOf = { count: number; population: number };
/** Where one municipality stands: whether the counts alone tell it from the others of the region, or why nothing is said. */
export type OwnStanding = {
  own: Interval | null;
  region: Interval | null;
  verdict: 'more' | 'fewer' | 'alike' | 'unknown';
};

/**
 * A municipality beside its region, per 10 000 inhabitants. `region` is the public sum, with the own figure in it; null is not
 * known. It is held against the others only, since it is a part of the sum: the exact test of two Poisson counts at 5 %.
 */
export function ownStanding(own: CountOf | null, region: CountOf | null): OwnStanding {
  const rates = {
    own: own && rateOf(own.count, own.population),
    region: region && rateOf(region.count, region.population)
  };
  return { ...rates, verdict: own && region ? verdictOf(own, region) : 'unknown' };
}

function verdictOf(own: CountOf, region: CountOf): OwnStanding['verdict'] {
  const others = { count: region.count - own.count, exposure: region.population - own.population };
  if (own.population <= 0 || others.exposure <= 0 || others.count < 0) return 'unknown';
  const { isTold, ratio } = changeBetween(others, { count: own.count, exposure: own.population });
  if (!isTold) return 'alike';
  return ratio === null || ratio > 1 ? 'more' : 'fewer';
}
