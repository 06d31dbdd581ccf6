import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binomialTails,
  logFactorial,
  poissonTails,
  surpriseOf,
  surpriseThreshold,
  type Comparison
} from '#lib/domain/surprise.ts';
import { seededChance } from '../support/random.ts';

/** 3 000 inhabitants over a year, and a region with a third of a case under 18 per 10 000 and year. */
const small = 3_000 * 365;
const rate = 0.33 / (10_000 * 365);
const after = (count: number, over: Partial<Comparison> = {}): Comparison => ({
  exposure: small,
  last: { count, exposure: small },
  rate: null,
  ...over
});

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
    expect(surpriseOf(9999, after(9999))).toBe(1);
    expect(surpriseOf(9999, after(0))).toBe(0);
    expect(surpriseOf(0, after(9999))).toBe(0);
  });
});

it('the logarithm of a factorial is the sum of logarithms', () => {
  let sum = 0;
  for (let n = 1; n <= 3000; n += 1) {
    sum += Math.log(n);
    expect(logFactorial(n)).toBeCloseTo(sum, 8);
  }
});

describe('a count', () => {
  it('after 0 in a small municipality is surprising by the size of the municipality', () => {
    const p = surpriseOf(4, after(0, { rate }));
    expect(p).toBeCloseTo(2 * poissonTails(4, 0.099).upper, 12);
    expect(p).toBeLessThan(surpriseThreshold);
  });

  it('of 4 after 0 is nothing much where 4 is to be expected', () => {
    const exposure = 120_000 * 365;
    expect(surpriseOf(4, { exposure, last: { count: 0, exposure }, rate })).toBeGreaterThan(0.5);
  });

  it('of 4 after 0 says little when nothing but the last round is known', () => {
    expect(surpriseOf(4, after(0))).toBeCloseTo(2 / 16, 12);
    expect(surpriseOf(8, after(0))).toBeCloseTo(2 / 256, 12);
  });

  it('like the last one is never surprising, however unlike others’', () => {
    expect(surpriseOf(0, after(0, { rate: 1 }))).toBe(1);
    expect(surpriseOf(20, after(20, { rate }))).toBe(1);
  });

  it('after a period of another length is held against the rate, not the count', () => {
    const last = { count: 20, exposure: small };
    expect(surpriseOf(10, { exposure: small / 2, last, rate: null })).toBe(1);
    expect(surpriseOf(1, { exposure: small / 2, last, rate: null })).toBeLessThan(surpriseThreshold);
  });

  it('without a last round is held against the region’s rate, both ways', () => {
    expect(surpriseOf(3, { exposure: small, last: null, rate })).toBeLessThan(surpriseThreshold);
    expect(surpriseOf(0, { exposure: small * 60, last: null, rate })).toBeLessThan(surpriseThreshold);
    expect(surpriseOf(1, { exposure: small, last: null, rate })).toBeGreaterThan(surpriseThreshold);
  });

  it('with nothing to be held against is no surprise that can be told', () => {
    expect(surpriseOf(9999, { exposure: small, last: null, rate: null })).toBeNull();
  });
});

describe('any two counts', () => {
  const counts = fc.integer({ min: 0, max: 300 });

  it('surprise as much as each other when their order is turned', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        expect(surpriseOf(one, after(other))).toBeCloseTo(surpriseOf(other, after(one)) ?? -1, 10);
      })
    );
  });

  it('surprise more the further they are apart', () => {
    fc.assert(
      fc.property(counts, counts, (one, gap) => {
        const near = surpriseOf(one + gap, after(one)) ?? -1;
        expect(surpriseOf(one + gap + 1, after(one))).toBeLessThanOrEqual(near + 1e-12);
      })
    );
  });

  it('give a probability', () => {
    const comparison = fc.record({
      exposure: fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
      last: fc.option(
        fc.record({
          count: fc.integer({ min: 0, max: 9999 }),
          exposure: fc.double({ min: 1e-3, max: 1e9, noNaN: true })
        })
      ),
      rate: fc.option(fc.double({ min: 0, max: 1e-4, noNaN: true }))
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), comparison, (count, known) => {
        const p = surpriseOf(count, known);
        if (p !== null) expect(p >= 0 && p <= 1).toBe(true);
      })
    );
  });
});

describe('figures that are right', () => {
  it.each([0.05, 0.3, 1, 3, 8, 30])('are asked about no more often than said, at %f cases a round', (mean) => {
    const chance = seededChance(7 + mean * 100);
    const random = () => chance.below(1e9) / 1e9;
    const runs = 20_000;
    const asked = { last: 0, size: 0, first: 0 };
    const known = mean / small;
    for (let run = 0; run < runs; run += 1) {
      const [before, now] = [poissonDraw(mean, random), poissonDraw(mean, random)];
      const isAsked = (comparison: Comparison) => (surpriseOf(now, comparison) ?? 1) <= surpriseThreshold;
      if (isAsked(after(before))) asked.last += 1;
      if (isAsked(after(before, { rate: known }))) asked.size += 1;
      if (isAsked({ exposure: small, last: null, rate: known })) asked.first += 1;
    }
    for (const count of Object.values(asked)) expect(count / runs).toBeLessThanOrEqual(surpriseThreshold);
  });
});

function poissonDraw(mean: number, random: () => number): number {
  let left = random() - Math.exp(-mean);
  let count = 0;
  let term = Math.exp(-mean);
  while (left > 0 && count < 1000) {
    count += 1;
    term *= mean / count;
    left -= term;
  }
  return count;
}

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
