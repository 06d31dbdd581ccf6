import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTails } from '#lib/domain/count-distribution.ts';
import { countLimits, funnelLimits, type FunnelLimits } from '#lib/domain/funnel.ts';

const rounded = (limits: FunnelLimits) =>
  [limits.low95, limits.high95, limits.low998, limits.high998].map((one) => one.toFixed(2));

describe('the limits of a funnel as counts', () => {
  it.each([
    [0.5, null, ['0.00', '1.86', '0.00', '3.48']],
    [2, null, ['0.00', '4.77', '0.00', '7.11']],
    [10, null, ['3.78', '16.16', '1.22', '20.66']],
    [2, 2, ['0.00', '6.65', '0.00', '11.89']]
  ])('at %f expected and alpha %s are as in the tables', (mean, alpha, limits) => {
    expect(rounded(countLimits({ mean, alpha }))).toEqual(limits);
  });

  it('are wider when areas differ by more than chance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 60, noNaN: true }), (mean) => {
        const [alike, unlike] = [countLimits({ mean, alpha: null }), countLimits({ mean, alpha: 1 })];
        expect(unlike.high95).toBeGreaterThan(alike.high95);
        expect(unlike.high998).toBeGreaterThan(alike.high998);
        expect(unlike.low95).toBeLessThanOrEqual(alike.low95);
      })
    );
  });

  it('lie within one of the whole numbers that leave so much outside', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 300, noNaN: true }), (mean) => {
        const distribution = { mean, alpha: null };
        const { low95, high95, low998, high998 } = countLimits(distribution);
        expect(countTails(Math.ceil(high95), distribution).lower).toBeGreaterThanOrEqual(0.975 - 1e-12);
        expect(countTails(Math.floor(high95) + 2, distribution).upper).toBeLessThanOrEqual(0.025 + 1e-12);
        expect(low998 <= low95 && low95 < mean && mean < high95 && high95 < high998).toBe(true);
      })
    );
  });
});

describe('the limits of a funnel as rates', () => {
  it('are those of the counts per 10 000', () => {
    const { high95 } = funnelLimits({ rate: 1, alpha: null }, 20_000);
    expect(high95.toFixed(2)).toBe('2.38');
    expect(high95).toBeCloseTo(countLimits({ mean: 2, alpha: null }).high95 / 2, 12);
  });

  it('draw together as the inhabitants grow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 100_000 }), (population) => {
        const small = funnelLimits({ rate: 1, alpha: null }, population);
        const large = funnelLimits({ rate: 1, alpha: null }, population * 4);
        expect(large.high95).toBeLessThan(small.high95);
        expect(large.low95).toBeGreaterThanOrEqual(small.low95);
      })
    );
  });
});
