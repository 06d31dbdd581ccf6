import { expect, test } from 'vitest';
import { hexMapChart } from '#lib/charts/hex-map-chart.ts';
import { tiles, webCategories } from './region-sor.ts';
import { draw, textsOf } from './snapshot.ts';

const text = { tile: (name: string) => name };
const names = (width: number) =>
  textsOf(draw(hexMapChart(tiles('Norge'), [...webCategories], text, { id: 'n', width })));

test('a county that is smaller than its name goes without', () => {
  expect(names(640)).not.toContain('Oslo');
  expect(names(640)).toContain('Vestfold');
  expect(names(328)).not.toContain('Vestfold');
});

test('large counties are named on both widths', () => {
  for (const width of [640, 328]) expect(names(width)).toEqual(expect.arrayContaining(['Finnmark', 'Vestland']));
});
