import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binomialTails,
  countQuantile,
  countTails,
  logFactorial,
  logNegativeBinomial,
  poissonTails
} from '#lib/domain/count-distribution.ts';

describe('the tail of a Poisson count', () => {
  it.each([
    [0, 1, 0.36787944117, 1],
    [0, 5, 0.00673794699, 1],
    [4, 0.1, 0.99999992332, 3.846834e-6],
    [10, 5, 0.9863047314, 0.0318280573],
    [2, 2, 0.67667641618, 0.59399415029],
    [20, 10, 0.99841173934, 0.00345434184]
  ])('of %i at mean %f is as in the tables', (count, mean, lower, upper) => {
    const tails = poissonTails(count, mean);
    expect(tails.lower).toBeCloseTo(lower, 10);
    expect(tails.upper / upper).toBeCloseTo(1, 6);
  });

  it('of no mean holds nothing but 0', () => {
    expect(poissonTails(0, 0)).toEqual({ lower: 1, upper: 1 });
    expect(poissonTails(3, 0)).toEqual({ lower: 1, upper: 0 });
  });
});

describe('the tail of a binomial count', () => {
  it.each([
    [8, 10, 0.5, 56 / 1024],
    [4, 4, 0.5, 1 / 16],
    [10, 10, 0.25, 0.25 ** 10],
    [0, 7, 0.3, 1]
  ])('of %i in %i at %f is as worked out by hand', (successes, trials, probability, upper) => {
    expect(binomialTails(successes, trials, probability).upper).toBeCloseTo(upper, 12);
  });

  it('is that of whole-number arithmetic', () => {
    const count = fc.integer({ min: 0, max: 400 });
    const share = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(count, count, share, share, (one, other, ours, theirs) => {
        const exact = exactTails(one, one + other, [ours, ours + theirs]);
        const { lower, upper } = binomialTails(one, one + other, ours / (ours + theirs));
        // Below this a number of the machine has no more digits to compare.
        if (exact.lower > 1e-290) expect(lower / exact.lower).toBeCloseTo(1, 9);
        if (exact.upper > 1e-290) expect(upper / exact.upper).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 }
    );
  });

  it('holds for counts up to 9999', () => {
    const exact = exactTails(9999, 9999 + 9600, [1, 2]);
    expect(binomialTails(9999, 9999 + 9600, 0.5).upper / exact.upper).toBeCloseTo(1, 8);
  });
});

describe('the tail of a negative binomial count', () => {
  it.each([
    [0, 2, 2, 0.25, 1],
    [4, 2, 2, 0.890625, 0.1875],
    [7, 2, 2, 0.98046875, 0.03515625],
    [3, 0.5, 0.4, 0.9738923450536264, 0.05387647944892135],
    [30, 10, 1.5, 0.9669528791554431, 0.03749896253429783],
    [1, 5, 20, 0.05764607523034242, 0.9884707849539315]
  ])('of %i at mean %f and alpha %f is as in the tables', (count, mean, alpha, lower, upper) => {
    const tails = countTails(count, { mean, alpha });
    expect(tails.lower).toBeCloseTo(lower, 12);
    expect(tails.upper).toBeCloseTo(upper, 12);
  });

  it('of no mean holds nothing but 0', () => {
    expect(countTails(0, { mean: 0, alpha: 2 })).toEqual({ lower: 1, upper: 1 });
    expect(countTails(3, { mean: 0, alpha: 2 })).toEqual({ lower: 1, upper: 0 });
  });

  it('is that of a Poisson count when all areas are alike', () => {
    for (const count of [0, 1, 4, 9]) {
      const alike = countTails(count, { mean: 3, alpha: 1e8 });
      expect(alike.lower).toBeCloseTo(poissonTails(count, 3).lower, 6);
    }
  });
});

describe('the quantile of a count', () => {
  it.each([
    [0.975, 2, null, 5],
    [0.975, 2, 2, 7],
    [0.025, 10, null, 4],
    [0.999, 0.5, null, 4],
    [0.999, 0.5, 0.4, 8],
    [0.5, 250, null, 250],
    [0.975, 250, 1.5, 781]
  ])('at %f of mean %f and alpha %s is %i', (probability, mean, alpha, count) => {
    expect(countQuantile(probability, { mean, alpha })).toBe(count);
  });

  it('is the first count that reaches the probability', () => {
    const distribution = fc.record({
      mean: fc.double({ min: 1e-3, max: 500, noNaN: true }),
      alpha: fc.option(fc.double({ min: 0.1, max: 20, noNaN: true }))
    });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), distribution, (probability, counts) => {
        const count = countQuantile(probability, counts);
        expect(countTails(count, counts).lower).toBeGreaterThanOrEqual(probability);
        if (count > 0) expect(countTails(count - 1, counts).lower).toBeLessThan(probability);
      })
    );
  });
});

describe('the probabilities of all counts', () => {
  it.each([
    [0.4, 0.5],
    [2, 2],
    [20, 7]
  ])('of alpha %f and mean %f add up to one', (alpha, mean) => {
    let sum = 0;
    for (let count = 0; count < 400; count += 1) sum += Math.exp(logNegativeBinomial(count, mean, alpha));
    expect(sum).toBeCloseTo(1, 12);
  });
});

it('the logarithm of a factorial is the sum of logarithms', () => {
  let sum = 0;
  for (let n = 1; n <= 3000; n += 1) {
    sum += Math.log(n);
    expect(logFactorial(n)).toBeCloseTo(sum, 8);
  }
});

/** Both tails in whole numbers: the probability is a fraction, and nothing is rounded before the end. */
function exactTails(successes: number, trials: number, [part, whole]: [number, number]) {
  let ways = 1n;
  let [lower, upper, all] = [0n, 0n, 0n];
  const [p, q] = [BigInt(part), BigInt(whole - part)];
  let weight = q ** BigInt(trials);
  for (let k = 0; k <= trials; k += 1) {
    const term = ways * weight;
    all += term;
    if (k <= successes) lower += term;
    if (k >= successes) upper += term;
    ways = (ways * BigInt(trials - k)) / BigInt(k + 1);
    weight = (weight / q) * p;
  }
  return { lower: decimalOf(lower, all), upper: decimalOf(upper, all) };
}

function decimalOf(part: bigint, whole: bigint): number {
  const places = String(whole).length - String(part).length + 20;
  return Number(`${(part * 10n ** BigInt(places)) / whole}e-${places}`);
}
