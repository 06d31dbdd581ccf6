import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionOf } from '#lib/domain/proportion.ts';

describe('a share', () => {
  it.each([
    [23, 71, 0.323943661971831, 0.2265721171064956, 0.4393884294417052],
    [63, 71, 0.8873239436619719, 0.7930995148918869, 0.9417872827020712],
    [17, 42, 0.40476190476190477, 0.27042861147481323, 0.5550568724996064],
    [81, 263, 0.30798479087452474, 0.2552885198782742, 0.36620957698280004],
    [0, 10, 0, 0, 0.2775327998628892],
    [10, 10, 1, 0.7224672001371107, 1]
  ])('of %i in %i has the interval of the tables', (part, whole, value, low, high) => {
    const share = proportionOf(part, whole);
    expect(share?.value).toBeCloseTo(value, 12);
    expect(share?.low).toBeCloseTo(low, 12);
    expect(share?.high).toBeCloseTo(high, 12);
  });

  it('of nothing is none', () => {
    expect(proportionOf(0, 0)).toBeNull();
  });

  it('above its whole is refused', () => {
    expect(() => proportionOf(3, 2)).toThrow('no part of 2: 3');
  });

  const parts = fc.nat(500).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole + 1)));

  it('lies within its interval, and the interval within 0 and 1', () => {
    fc.assert(
      fc.property(parts, ([part, whole]) => {
        const share = proportionOf(part, whole);
        if (!share) throw new Error('no share');
        expect(0 <= share.low && share.low <= share.value && share.value <= share.high && share.high <= 1).toBe(true);
      })
    );
  });

  it('is told more closely by more cases', () => {
    fc.assert(
      fc.property(parts, ([part, whole]) => {
        const [few, many] = [proportionOf(part, whole), proportionOf(part * 3, whole * 3)];
        if (!few || !many) throw new Error('no share');
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      })
    );
  });

  it('of the rest is the rest of the share', () => {
    fc.assert(
      fc.property(parts, ([part, whole]) => {
        const [one, rest] = [proportionOf(part, whole), proportionOf(whole - part, whole)];
        expect((one?.low ?? 0) + (rest?.high ?? 0)).toBeCloseTo(1, 10);
      })
    );
  });
});
