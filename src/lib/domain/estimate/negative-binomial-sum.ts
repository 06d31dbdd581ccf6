const scaledDownAbove = 1e200;

/**
 * The probabilities of 0, 1, 2, … without end of a sum of independent negative binomial counts of the same size alpha. The
 * convolution is exact: it is made by the recurrence that the generating function of the sum gives (Panjer 1981, ASTIN
 * Bulletin 12: 22–26), k p(k) = Σ s(i) p(k − i) over i = 1 … k, where s(i) = alpha Σ (mean / (mean + alpha))ⁱ.
 */
export function* negativeBinomialSum(means: readonly number[], alpha: number): Generator<number, never> {
  const shares = means.filter((mean) => mean > 0).map((mean) => mean / (mean + alpha));
  const powers = shares.map(() => 1);
  const slopes = [0];
  // The probability of none may be too small for a number, so the terms are told as so many times it.
  let logNone = alpha * shares.reduce((sum, share) => sum + Math.log1p(-share), 0);
  const terms = [1];
  yield Math.exp(logNone);
  for (let k = 1; ; k += 1) {
    shares.forEach((share, index) => (powers[index] = (powers[index] ?? 0) * share));
    slopes.push(alpha * powers.reduce((sum, power) => sum + power, 0));
    let term = 0;
    for (let i = 1; i <= k; i += 1) term += (slopes[i] ?? 0) * (terms[k - i] ?? 0);
    term /= k;
    terms.push(term);
    yield term === 0 ? 0 : Math.exp(logNone + Math.log(term));
    if (term > scaledDownAbove) {
      terms.forEach((one, index) => (terms[index] = one / scaledDownAbove));
      logNone += Math.log(scaledDownAbove);
    }
  }
}
