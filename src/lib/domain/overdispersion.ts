import { ratePriorOf, type AreaCount } from './shrinkage.ts';

/** What the score is above in one of twenty rounds where chance is all there is: the 95 % point of the normal distribution. */
const unlikelyScore = 1.6449;

/**
 * How much the counts of areas vary beyond chance about one rate per inhabitant, against a gamma-Poisson: about standard normal
 * when chance is all there is, also where few are expected (Dean and Lawless 1989, JASA 84: 467–472). Null without cases.
 */
export function overdispersionScore(areas: readonly AreaCount[]): number | null {
  const cases = areas.reduce((sum, { count }) => sum + count, 0);
  const inhabitants = areas.reduce((sum, { population }) => sum + population, 0);
  if (cases === 0 || inhabitants <= 0) return null;
  const terms = areas.map(({ count, population }) => {
    const share = population / inhabitants;
    const mean = cases * share;
    return { excess: (count - mean) ** 2 - count + share * mean, squared: mean * mean };
  });
  const excess = terms.reduce((sum, term) => sum + term.excess, 0);
  const squared = terms.reduce((sum, term) => sum + term.squared, 0);
  return excess / Math.sqrt(2 * squared);
}

/** The alpha of a funnel over these areas: null while chance explains their counts at the 5 % level. */
export function spreadBeyondChance(areas: readonly AreaCount[]): number | null {
  if ((overdispersionScore(areas) ?? 0) <= unlikelyScore) return null;
  return ratePriorOf(areas)?.alpha ?? null;
}
