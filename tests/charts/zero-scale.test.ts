import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pixelScale, zeroScale } from '#lib/charts/zero-scale.ts';

test.each([
  [[], [0, 1]],
  [[0], [0, 1]],
  [[3], [0, 1, 2, 3]],
  [
    [71, 80],
    [0, 20, 40, 60, 80]
  ],
  [[0.3], [0, 0.1, 0.2, 0.3]],
  [[1.35], [0, 0.5, 1, 1.5]]
])('%j has the ticks %j', (values, ticks) => {
  expect(zeroScale(values)).toEqual({ max: ticks.at(-1), ticks });
});

test('a scale starts at zero, holds every value, and its ticks have one decimal at most', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 10 }), (values) => {
      const { max, ticks } = zeroScale(values);
      expect(ticks[0]).toBe(0);
      expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values) - 1e-6);
      for (const tick of ticks) expect(Math.round(tick * 10) / 10).toBe(tick);
    }),
    { seed: 59 }
  );
});

test('a straight line between value and pixel; a span of nothing stays at its start', () => {
  expect(pixelScale([0, 10], [100, 0])(2.5)).toBe(75);
  expect(pixelScale([5, 5], [0, 100])(5)).toBe(0);
});
