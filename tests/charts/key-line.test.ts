import { expect, test } from 'vitest';
import { keyLine } from '#lib/charts/key-line.ts';

const items = ['Ruskonsulent', 'Rusfaglig forum', 'Tverrfaglig team'].map((label) => ({
  label,
  tone: 'main' as const
}));

test('the key takes one line when it fits and wraps when the frame is narrow', () => {
  const one = keyLine(items, { id: 'k', width: 640 }).height;
  const wrapped = keyLine(items, { id: 'k', width: 328 }).height;
  expect(one).toBe(30);
  expect(wrapped).toBe(52);
});
