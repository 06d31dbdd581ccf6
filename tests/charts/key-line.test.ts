import { expect, test } from 'vitest';
import { keyLine } from '#lib/charts/key-line.ts';
import { draw } from './snapshot.ts';

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

test('a mark that is no area has its own shape in the key', () => {
  const shapes = ['dot', 'diamond', 'triangle', 'square', 'interval', 'dashes', 'tick'] as const;
  const key = keyLine(
    shapes.map((shape) => ({ label: shape, tone: 'main', shape })),
    { id: 'k' }
  );
  const svg = draw({ marks: [key.mark], width: 500, height: key.height });
  expect(new Set(svg.match(/<path [^>]*d="[^"]+"/g)).size).toBe(shapes.length);
  expect(svg).not.toContain('<rect');
});
