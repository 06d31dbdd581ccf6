import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '#lib/domain/change.ts';
import { surpriseOf } from '#lib/domain/surprise.ts';

const year = (count: number, exposure = 365) => ({ count, exposure });

describe('the change of a count', () => {
  it.each([
    [5, 8, 1.6, 0.4615131, 6.2160829, false],
    [4, 0, 0, 0, 1.5148669, false],
    [60, 71, 1.1833333, 0.8272937, 1.6974996, false],
    [63, 23, 0.3650794, 0.2160858, 0.5969311, true]
  ])('from %i to %i has the limits of the tables', (before, now, ratio, low, high, isTold) => {
    const change = changeBetween(year(before), year(now));
    expect(change).toMatchObject({ difference: now - before, isTold });
    expect(change.ratio).toBeCloseTo(ratio, 6);
    expect(change.low).toBeCloseTo(low, 6);
    expect(change.high).toBeCloseTo(high, 6);
  });

  it('after 0 cases has no ratio and nothing above', () => {
    const change = changeBetween(year(0), year(4));
    expect(change).toMatchObject({ difference: 4, ratio: null, high: null, isTold: false });
    expect(change.low).toBeCloseTo(0.660124, 6);
    expect(changeBetween(year(0), year(0))).toMatchObject({ difference: 0, ratio: null, low: 0, high: null });
  });

  it('is that of rates: twice the time makes twice the cases no change', () => {
    const change = changeBetween(year(10, 365), year(20, 730));
    expect(change.ratio).toBeCloseTo(1, 12);
    expect(change.difference).toBe(10);
  });

  const counts = fc.nat(200);
  const exposures = fc.integer({ min: 100, max: 5000 });

  it('lies within its limits', () => {
    fc.assert(
      fc.property(counts, counts, exposures, exposures, (before, now, then, today) => {
        const { ratio, low, high } = changeBetween(year(before, then), year(now, today));
        if (ratio === null) return;
        expect(low).toBeLessThanOrEqual(ratio);
        expect(high ?? 0).toBeGreaterThanOrEqual(ratio);
      })
    );
  });

  it('is told when so great a difference is one of twenty by chance or rarer, and only then', () => {
    fc.assert(
      fc.property(counts, counts, exposures, exposures, (before, now, then, today) => {
        const { isTold } = changeBetween(year(before, then), year(now, today));
        const last = { count: before, exposure: then };
        expect(isTold).toBe((surpriseOf(now, { exposure: today, last, rate: null }) ?? 1) < 0.05);
      })
    );
  });
});
