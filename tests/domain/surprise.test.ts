import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonTails } from '#lib/domain/count-distribution.ts';
import { surpriseOf, surpriseThreshold, type Comparison } from '#lib/domain/surprise.ts';
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

  it('of 9999 is no surprise after 9999, and a great one after 0', () => {
    expect(surpriseOf(9999, after(9999))).toBe(1);
    expect(surpriseOf(9999, after(0))).toBe(0);
    expect(surpriseOf(0, after(9999))).toBe(0);
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
