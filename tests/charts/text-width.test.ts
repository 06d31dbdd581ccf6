import { expect, test } from 'vitest';
import { textWidth, widestText } from '#lib/charts/text-width.ts';

test('width grows with the letters and the size', () => {
  expect(textWidth('Buskerud', 13)).toBeGreaterThan(textWidth('Hol', 13));
  expect(textWidth('Hol', 26)).toBeCloseTo(2 * textWidth('Hol', 13));
  expect(textWidth('ill', 13)).toBeLessThan(textWidth('mmm', 13));
});

test('the widest of no texts is 0', () => {
  expect(widestText([], 13)).toBe(0);
  expect(widestText(['Hol', 'Buskerud'], 13)).toBe(textWidth('Buskerud', 13));
});
