/**
 * The gamma distribution: the posterior of a rate, and the exact limits of a Poisson mean. A tail is a series below its
 * middle and a continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31; Press et al., Numerical Recipes 6.2).
 */

/** A gamma distribution of mean shape / rate. */
export type Gamma = { shape: number; rate: number };

/** P(X ≤ x) and P(X ≥ x); the smaller of the two keeps its digits. */
export type Tails = { lower: number; upper: number };

const mostSteps = 100_000;

/**
 * ln Γ(x) for x above 0. From 16 on Stirling's series: what is left out is less than its next term, 1 / (1188 x⁹) or
 * two in a hundred million million; below 16 by Γ(x + 1) = x Γ(x).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new Error(`no logarithm of Γ at ${x}`);
  let product = 1;
  let at = x;
  for (; at < 16; at += 1) product *= at;
  const square = at * at;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/** Both tails at x: the regularised incomplete gamma functions P and Q of the shape. */
export function gammaTails(x: number, { shape, rate }: Gamma): Tails {
  const at = x * rate;
  if (at <= 0) return { lower: 0, upper: 1 };
  const weight = Math.exp(shape * Math.log(at) - at - logGamma(shape));
  if (at < shape + 1) {
    const lower = Math.min(1, weight * seriesSum(shape, at));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, weight * fractionValue(shape, at));
  return { lower: 1 - upper, upper };
}

/**
 * The x below which so much of the distribution lies. Newton's steps, held within two bounds that are known to lie on
 * either side of it, and every third step halves what is between them: it ends, and within one in ten million million.
 */
export function gammaQuantile(probability: number, { shape, rate }: Gamma): number {
  if (!(probability > 0 && probability < 1)) throw new Error(`no quantile at ${probability}`);
  const standard = { shape, rate: 1 };
  let { low, high } = boundsOf(probability, shape);
  let x = Math.sqrt(low * high);
  for (let step = 0; step < mostSteps && high - low > 1e-14 * low; step += 1) {
    const excess = excessAt(x, probability, standard);
    if (excess > 0) high = x;
    else low = x;
    const next = x - excess / Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    if (Math.abs(next - x) <= 1e-14 * x) return next / rate;
    x = step % 3 === 2 || !(next > low && next < high) ? Math.sqrt(low * high) : next;
  }
  return x / rate;
}

/** P(X ≤ x) less the probability, taken from the smaller tail. */
function excessAt(x: number, probability: number, gamma: Gamma): number {
  const { lower, upper } = gammaTails(x, gamma);
  return probability < 0.5 ? lower - probability : 1 - probability - upper;
}

/** As e⁻ᵗ is at most 1, P(X ≤ x) is at most xᵃ / Γ(a + 1), which bounds x from below; from above it is sought. */
function boundsOf(probability: number, shape: number): { low: number; high: number } {
  const standard = { shape, rate: 1 };
  const low = Math.max(Math.exp((Math.log(probability) + logGamma(shape + 1)) / shape), 1e-300);
  let high = Math.max(shape, 2 * low);
  while (excessAt(high, probability, standard) < 0) high *= 2;
  return { low: low * (1 - 1e-9), high };
}

/** Σ xⁿ / (a (a + 1) … (a + n)): each term is the one before times a ratio below 1 that only falls. */
function seriesSum(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction of Q without its weight, by the method of Lentz. */
function fractionValue(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < mostSteps; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) return value;
  }
  throw new Error(`no tail of the gamma distribution of shape ${shape} at ${x}`);
}

function nonZero(value: number): number {
  return value === 0 ? 1e-300 : value;
}
