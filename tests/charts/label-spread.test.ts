import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '#lib/charts/label-spread.ts';

test('labels with room stay where they are', () => {
  expect(spreadLabels([10, 60, 30], 15, [0, 100])).toEqual([10, 60, 30]);
});

test('labels at one place spread evenly around it, in the order given', () => {
  expect(spreadLabels([50, 50, 50], 10, [0, 100])).toEqual([40, 50, 60]);
});

test('labels at the edge are pushed inwards', () => {
  expect(spreadLabels([0, 0, 0], 10, [0, 100])).toEqual([0, 10, 20]);
  expect(spreadLabels([100, 99], 10, [0, 100])).toEqual([100, 90]);
});

test('whatever the places, labels stand apart, within the span and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 20 }), (places) => {
      const spread = spreadLabels(places, 15, [0, 300]);
      const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
      const sorted = order.map((i) => spread[i]!);
      for (const [i, place] of sorted.entries()) {
        expect(place).toBeGreaterThanOrEqual(-1e-6);
        expect(place).toBeLessThanOrEqual(300 + 1e-6);
        if (i > 0) expect(place - sorted[i - 1]!).toBeGreaterThanOrEqual(15 - 1e-6);
      }
    }),
    { seed: 58 }
  );
});
