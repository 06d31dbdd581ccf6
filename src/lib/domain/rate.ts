import { gammaQuantile } from './gamma-distribution.ts';
import type { Population } from './geography.ts';

/** A value and the interval that covers the truth in at least 95 of 100 such cases. */
export type Interval = { value: number; low: number; high: number };

/** What is left outside an interval on each side. */
export const outsideEachSide = 0.025;
/** Rates are per so many inhabitants. */
export const perInhabitants = 10_000;

/**
 * Cases per 10 000 inhabitants with the exact Poisson interval (Garwood 1936, Biometrika 28: 437–442), which holds at 0
 * cases too. Null without inhabitants.
 */
export function rateOf(count: number, population: number): Interval | null {
  if (population <= 0) return null;
  const scale = perInhabitants / population;
  const limit = (probability: number, shape: number) => gammaQuantile(probability, { shape, rate: 1 }) * scale;
  return {
    value: count * scale,
    low: count === 0 ? 0 : limit(outsideEachSide, count),
    high: limit(1 - outsideEachSide, count + 1)
  };
}

/** Cases of an area: all received, and those with a person under 18; null is not known. */
type Cases = { received: number | null; under18: number | null };

/** A rate for all, for the young and for the grown; null where the cases or the inhabitants of the age are not known. */
export type RatesByAge = Record<'all' | 'age15to17' | 'age18plus', Interval | null>;

/**
 * Rates by age. Nobody under 15 can be punished (the Penal Code § 20), so cases under 18 are held against the
 * inhabitants of 15 to 17 years.
 */
export function ratesByAge(
  { received, under18 }: Cases,
  population: Omit<Population, 'year' | 'age0to17'>
): RatesByAge {
  const over18 = received === null || under18 === null ? null : received - under18;
  const rate = (cases: number | null, inhabitants: number | null) =>
    cases === null || inhabitants === null ? null : rateOf(cases, inhabitants);
  return {
    all: rate(received, population.total),
    age15to17: rate(under18, population.age15to17),
    age18plus: rate(over18, population.age18plus)
  };
}
