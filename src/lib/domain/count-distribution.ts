import { logGamma, type Tails } from './gamma-distribution.ts';

/** How a count varies about its mean: `alpha` null as Poisson; else the mean itself varies as a gamma of shape alpha. */
export type CountDistribution = { mean: number; alpha: number | null };

/** P(X ≤ count) and P(X ≥ count): Poisson, or negative binomial with variance mean + mean² / alpha. */
export function countTails(count: number, { mean, alpha }: CountDistribution): Tails {
  return alpha === null ? poissonTails(count, mean) : negativeBinomialTails(count, mean, alpha);
}

/** The smallest count c with P(X ≤ c) of at least this probability. */
export function countQuantile(probability: number, distribution: CountDistribution): number {
  const isEnough = (count: number) => countTails(count, distribution).lower >= probability;
  let high = Math.ceil(distribution.mean) + 1;
  while (!isEnough(high)) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

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

/** ln P(X = count) of a negative binomial count with this mean and variance mean + mean² / alpha. */
export function logNegativeBinomial(count: number, mean: number, alpha: number): number {
  const chosen = logGamma(count + alpha) - logGamma(alpha) - logFactorial(count);
  const failing = count === 0 ? 0 : -count * Math.log1p(alpha / mean);
  return chosen - alpha * Math.log1p(mean / alpha) + failing;
}

function negativeBinomialTails(count: number, mean: number, alpha: number): Tails {
  if (mean === 0) return poissonTails(count, mean);
  const share = mean / (mean + alpha);
  const at = Math.exp(logNegativeBinomial(count, mean, alpha));
  if (count > mean) {
    const upper = sumFrom(at, (step) => ((count + step - 1 + alpha) / (count + step)) * share);
    return { lower: 1 - (upper - at), upper };
  }
  const lower = sumFrom(at, (step) => (step > count ? 0 : (count - step + 1) / (count - step + alpha) / share));
  return { lower, upper: 1 - (lower - at) };
}

/** ln n!; the error of a tail up to 9999 stays below one in ten thousand million. */
export function logFactorial(n: number): number {
  return smallLogs[n] ?? logGamma(n + 1);
}

/** Made once: the counts of nearly all municipalities are small, and a table of them asks for thousands. */
const smallLogs = Array.from({ length: 256 }, (_, n) => (n < 16 ? logOfProduct(n) : logGamma(n + 1)));

function logOfProduct(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return Math.log(product);
}

/** Sums terms away from the middle, each the one before times a ratio, until they add nothing. */
function sumFrom(first: number, ratioAt: (step: number) => number): number {
  let term = first;
  let sum = first;
  for (let step = 1; term > sum * 1e-17; step += 1) {
    term *= Math.max(0, ratioAt(step));
    sum += term;
  }
  return sum;
}
