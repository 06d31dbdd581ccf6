import { gammaQuantile } from './gamma-distribution.ts';
import { outsideEachSide, perInhabitants, type Interval } from './rate.ts';
import { jointLogRate, ratePosterior, sharesOf } from './rate-posterior.ts';

/** The cases and inhabitants of one area. */
export type AreaCount = { count: number; population: number };

/** How the rates of areas vary: `mu` the middle rate per 10 000 inhabitants, `alpha` how alike they are (large: alike). */
export type RatePrior = { mu: number; alpha: number };

/** A rate drawn towards the middle; `weight` is how much its own figures count, 0 to 1. */
export type ShrunkenRate = Interval & { weight: number };

/**
 * What is expected of an area before its own figures count: mean of ln mu and of ln alpha over a grid of both, weighted
 * by how well they explain the counts. Largest likelihood is not used: with few areas it runs to any size of alpha.
 * Null without inhabitants.
 */
export function ratePriorOf(areas: readonly AreaCount[]): RatePrior | null {
  const exposed = areas.map(({ count, population }) => ({ count, exposure: population }));
  if (!exposed.some(({ exposure }) => exposure > 0)) return null;
  const points = ratePosterior(jointLogRate(exposed), exposed);
  const shares = sharesOf(points);
  const meanOf = (key: 'mu' | 'alpha') =>
    points.reduce((sum, point, index) => sum + Math.log(point[key]) * (shares[index] ?? 0), 0);
  return { mu: Math.exp(meanOf('mu')) * perInhabitants, alpha: Math.exp(meanOf('alpha')) };
}

/**
 * The rate of an area per 10 000 inhabitants, drawn towards the middle by how little its size can tell, with its 95 %
 * credible interval (gamma-Poisson; Clayton and Kaldor 1987, Biometrics 43: 671–681). The count follows from it, so it is
 * protected as the count is.
 */
export function shrunkenRate({ count, population }: AreaCount, { mu, alpha }: RatePrior): ShrunkenRate {
  const behind = (alpha / mu) * perInhabitants;
  const posterior = { shape: alpha + count, rate: (behind + population) / perInhabitants };
  return {
    value: posterior.shape / posterior.rate,
    low: gammaQuantile(outsideEachSide, posterior),
    high: gammaQuantile(1 - outsideEachSide, posterior),
    weight: population / (population + behind)
  };
}
