import { logNegativeBinomial } from './count-distribution.ts';

/** Cases seen where so much lay open to them, mostly inhabitants. */
export type Exposed = { count: number; exposure: number };

/** What may lie behind the cases: `mu` per unit of exposure, and how alike the areas are; `logWeight` is how well it explains them. */
export type RatePoint = { mu: number; alpha: number; logWeight: number };

/** ln of the joint rate, about which the grid lies; no cases are taken as half a case. */
export function jointLogRate(areas: readonly Exposed[]): number {
  const sum = (pick: (area: Exposed) => number) => areas.reduce((total, area) => total + pick(area), 0);
  return Math.log(
    Math.max(
      sum(({ count }) => count),
      0.5
    ) / sum(({ exposure }) => exposure)
  );
}

/**
 * A grid about the middle, each point with how well it explains the counts: ln mu is flat on 31 points, and 1 / alpha
 * exponential with mean 1, which on a grid of ln alpha is exp(-1 / alpha) / alpha. Areas without exposure tell nothing.
 */
export function ratePosterior(middle: number, areas: readonly Exposed[]): RatePoint[] {
  const exposed = areas.filter(({ exposure }) => exposure > 0);
  return muSteps.flatMap((step) => {
    const mu = Math.exp(middle + step);
    return alphas.map((alpha) => ({
      mu,
      alpha,
      logWeight: exposed.reduce(
        (sum, { count, exposure }) => sum + logNegativeBinomial(count, mu * exposure, alpha),
        -1 / alpha - Math.log(alpha)
      )
    }));
  });
}

/** The weights as shares of their sum. */
export function sharesOf(points: readonly { logWeight: number }[]): number[] {
  const largest = Math.max(...points.map(({ logWeight }) => logWeight));
  const weights = points.map(({ logWeight }) => Math.exp(logWeight - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

const muSteps = evenly(-1.8, 1.8, 31);
const alphas = evenly(Math.log(0.1), Math.log(20), 14).map(Math.exp);

function evenly(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}
