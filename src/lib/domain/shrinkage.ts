import { logNegativeBinomial } from './count-distribution.ts';
import { gammaQuantile } from './gamma-distribution.ts';
import { outsideEachSide, perInhabitants, type Interval } from './rate.ts';

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
  const cases = areas.reduce((sum, { count }) => sum + count, 0);
  const inhabitants = areas.reduce((sum, { population }) => sum + population, 0);
  if (inhabitants <= 0) return null;
  const middle = Math.log(Math.max(cases, 0.5) / inhabitants);
  const points = muSteps.flatMap((step) =>
    alphas.map((alpha) => {
      const logMu = middle + step;
      return { logMu, logAlpha: Math.log(alpha), logWeight: logPosterior(Math.exp(logMu), alpha, areas) };
    })
  );
  const largest = Math.max(...points.map(({ logWeight }) => logWeight));
  const weights = points.map(({ logWeight }) => Math.exp(logWeight - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const meanOf = (key: 'logMu' | 'logAlpha') =>
    points.reduce((sum, point, index) => sum + point[key] * (weights[index] ?? 0), 0) / total;
  return { mu: Math.exp(meanOf('logMu')) * perInhabitants, alpha: Math.exp(meanOf('logAlpha')) };
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

const muSteps = evenly(-1.8, 1.8, 31);
const alphas = evenly(Math.log(0.1), Math.log(20), 14).map(Math.exp);

/** ln mu is flat and 1 / alpha exponential with mean 1, which on a grid of ln alpha is exp(-1 / alpha) / alpha. */
function logPosterior(mu: number, alpha: number, areas: readonly AreaCount[]): number {
  return areas
    .filter(({ population }) => population > 0)
    .reduce(
      (sum, { count, population }) => sum + logNegativeBinomial(count, mu * population, alpha),
      -1 / alpha - Math.log(alpha)
    );
}

function evenly(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}
