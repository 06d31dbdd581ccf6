import { binomialTails, poissonTails } from './count-distribution.ts';
import type { Tails } from './gamma-distribution.ts';

/**
 * How surprising a count of rare events is. Nothing here assumes a bell: counts of 0 to 5 have none, and rules by
 * standard deviations raise false alarms on them.
 *
 * With a count of the last round, the exact conditional test of two Poisson counts: given their sum, one of them is
 * binomial with the share of exposure as its probability (Przyborowski and Wilenski 1940, Biometrika 31: 313–323).
 * Without one, and after a 0 that gives no rate, the exact tail of a Poisson count whose mean is the region's known rate
 * times the exposure (Garwood 1936, Biometrika 28: 437–442).
 */

/** Inhabitants times days: what a number of cases is a rate of. */
export type Exposure = number;

/** What a count is held against: its own last count, and the region's published cases per exposure; null is not known. */
export type Comparison = {
  exposure: Exposure;
  last: { count: number; exposure: Exposure } | null;
  rate: number | null;
};

/** A count that is right is asked about at most this often (docs/checks.md says why). */
export const surpriseThreshold = 0.01;

/**
 * The probability of a count at least as far out as this one when nothing is unusual: twice the smaller tail, at most 1.
 * Null when there is nothing to hold it against.
 */
export function surpriseOf(count: number, { exposure, last, rate }: Comparison): number | null {
  if (last && last.exposure > 0 && (last.count > 0 || rate === null)) {
    return bothTails(binomialTails(count, count + last.count, exposure / (exposure + last.exposure)));
  }
  if (rate === null) return null;
  const tails = poissonTails(count, rate * exposure);
  if (last) return count === 0 ? 1 : Math.min(1, 2 * tails.upper);
  return bothTails(tails);
}

function bothTails({ lower, upper }: Tails): number {
  return Math.min(1, 2 * Math.min(lower, upper));
}
