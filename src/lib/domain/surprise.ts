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

export type Tails = { lower: number; upper: number };

/** P(X ≤ count) and P(X ≥ count) of a Poisson count with this mean. */
export function poissonTails(count: number, mean: number): Tails {
  if (mean === 0) return { lower: 1, upper: count === 0 ? 1 : 0 };
  const at = Math.exp(count * Math.log(mean) - mean - logFactorial(count));
  if (count > mean) {
    const upper = sumFrom(at, (step) => mean / (count + step));
    return { lower: 1 - (upper - at), upper };
  }
  const lower = sumFrom(at, (step) => (count - step + 1) / mean);
  return { lower, upper: 1 - (lower - at) };
}

/** P(X ≤ successes) and P(X ≥ successes) of a binomial count of so many trials. */
export function binomialTails(successes: number, trials: number, probability: number): Tails {
  const odds = probability / (1 - probability);
  const at = Math.exp(
    logFactorial(trials) -
      logFactorial(successes) -
      logFactorial(trials - successes) +
      (successes === 0 ? 0 : successes * Math.log(probability)) +
      (trials - successes) * Math.log1p(-probability)
  );
  if (successes > trials * probability) {
    const upper = sumFrom(at, (step) => ((trials - successes - step + 1) / (successes + step)) * odds);
    return { lower: 1 - (upper - at), upper };
  }
  const lower = sumFrom(at, (step) => (successes - step + 1) / (trials - successes + step) / odds);
  return { lower, upper: 1 - (lower - at) };
}

/** ln n!, by Stirling's series from 16 on; the error of a tail up to 9999 stays below one in ten thousand million. */
export function logFactorial(n: number): number {
  return smallLogs[n] ?? logFactorialOf(n);
}

/** Made once: the counts of nearly all municipalities are small, and a table of them asks for thousands. */
const smallLogs = Array.from({ length: 256 }, (_, n) => logFactorialOf(n));

function logFactorialOf(n: number): number {
  if (n < 16) {
    let product = 1;
    for (let factor = 2; factor <= n; factor += 1) product *= factor;
    return Math.log(product);
  }
  const square = n * n;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / n;
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + series;
}

function bothTails({ lower, upper }: Tails): number {
  return Math.min(1, 2 * Math.min(lower, upper));
}

/** Sums terms away from the middle, each the one before times a ratio that only falls, until they add nothing. */
function sumFrom(first: number, ratioAt: (step: number) => number): number {
  let term = first;
  let sum = first;
  for (let step = 1; term > sum * 1e-17; step += 1) {
    term *= Math.max(0, ratioAt(step));
    sum += term;
  }
  return sum;
}
