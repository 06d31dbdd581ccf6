import { expect, test } from 'vitest';
import { freeLabels } from '#lib/charts/free-labels.ts';

const bounds = { left: 0, right: 200, top: 0, bottom: 100 };

test('a label stands to the right of its point, and to the left at the edge', () => {
  expect(freeLabels([{ x: 20, y: 50, label: 'Hol' }], 13, bounds)[0]).toMatchObject({ labelX: 28, anchor: 'start' });
  expect(freeLabels([{ x: 190, y: 50, label: 'Hol' }], 13, bounds)[0]).toMatchObject({ labelX: 182, anchor: 'end' });
});

test('points on one spot take the four places around it; a fifth label is left out', () => {
  const wishes = Array.from({ length: 5 }, () => ({ x: 100, y: 50, label: 'Hol' }));
  const labels = freeLabels(wishes, 13, bounds);
  expect(labels.map(({ anchor }) => anchor)).toEqual(['start', 'end', 'middle', 'middle']);
});

test('a label gives way to what is there before', () => {
  const dot = { x: 30, y: 40, width: 20, height: 20 };
  expect(freeLabels([{ x: 20, y: 50, label: 'Hol' }], 13, { ...bounds, left: -50 }, [dot])[0]?.anchor).toBe('end');
});
