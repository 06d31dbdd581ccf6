import { expect, test } from 'vitest';
import { isNarrow, tonedCategories, toneFill, toneLabel } from '#lib/charts/theme.ts';

const frame = { id: 'x' };

test('categories take their own tone, else one by position', () => {
  const toned = tonedCategories([
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B', tone: 'missing' },
    { id: 'c', label: 'C' }
  ]);
  expect(toned.map(({ tone }) => tone)).toEqual(['main', 'missing', 'third']);
});

test('a fifth category must choose a tone', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: id }));
  expect(() => tonedCategories(five)).toThrow('category without a tone: e');
});

test('missing is a pattern and its label has a halo', () => {
  expect(toneFill('missing', frame)).toBe('url(#x-missing)');
  expect(toneFill('main', frame)).toBe('var(--chart-main)');
  expect(toneLabel('missing')).toHaveProperty('stroke');
  expect(toneLabel('main')).not.toHaveProperty('stroke');
});

test('a frame is narrow below 480 pixels and wide when nothing is said', () => {
  expect(isNarrow({ id: 'x', width: 328 })).toBe(true);
  expect(isNarrow({ id: 'x', width: 480 })).toBe(false);
  expect(isNarrow(frame)).toBe(false);
});
