import { countQuantile, countTails, type CountDistribution } from './count-distribution.ts';
import { perInhabitants } from './rate.ts';

/** The common rate per 10 000 inhabitants, and how alike areas are beyond chance; alpha null: chance is all there is. */
export type Funnel = { rate: number; alpha: number | null };

/** Between which rates an area falls in 95 and in 99.8 of 100 cases when nothing but chance tells it from others. */
export type FunnelLimits = { low95: number; high95: number; low998: number; high998: number };

/** The funnel's limits per 10 000 at a number of inhabitants above 0. */
export function funnelLimits({ rate, alpha }: Funnel, population: number): FunnelLimits {
  const scale = perInhabitants / population;
  const { low95, high95, low998, high998 } = countLimits({ mean: rate / scale, alpha });
  return { low95: low95 * scale, high95: high95 * scale, low998: low998 * scale, high998: high998 * scale };
}

/**
 * The same limits as counts: quantiles of the distribution, drawn between whole numbers so that the funnel is smooth
 * (Spiegelhalter 2005, doi 10.1002/sim.1970), never below 0.
 */
export function countLimits(distribution: CountDistribution): FunnelLimits {
  const limit = (probability: number) => smoothQuantile(probability, distribution);
  return { low95: limit(0.025), high95: limit(0.975), low998: limit(0.001), high998: limit(0.999) };
}

function smoothQuantile(probability: number, distribution: CountDistribution): number {
  const count = countQuantile(probability, distribution);
  const upTo = countTails(count, distribution).lower;
  const below = count === 0 ? 0 : countTails(count - 1, distribution).lower;
  return Math.max(0, count - (upTo - probability) / (upTo - below));
}
