import { expect, test } from 'vitest';
import { countByCountyChart } from '#lib/charts/count-by-county-chart.ts';
import { receivedRows } from './region-sor.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = {
  value: (value: number) => String(value),
  base: (reported: number, expected: number) => `${reported} av ${expected} kommuner`,
  noFigure: 'ingen tall'
};
const unknown = { county: 'Rogaland', value: null, reported: 0, expected: 23 };
const zero = { county: 'Oslo', value: 0, reported: 1, expected: 1 };

test('Region Sør 2024 with a zero and an unknown looks as committed, wide and narrow', () => {
  const rows = [...receivedRows(), unknown, zero];
  expectSnapshots('count-by-county', (frame) => countByCountyChart(rows, text, frame));
});

test('a county without a figure is named so and gets no bar, no baseline and no 0', () => {
  const svg = draw(countByCountyChart([unknown], text, { id: 'c' }));
  expect(textsOf(svg)).toEqual(['Rogaland', '0 av 23 kommuner', 'ingen tall']);
  expect(svg).not.toMatch(/<rect|<line|>0</);
  expect(svg).toContain('url(#c-missing)');
});

test('a counted zero shows 0 on its baseline and no bar', () => {
  const svg = draw(countByCountyChart([zero], text, { id: 'c' }));
  expect(textsOf(svg)).toEqual(['Oslo', '1 av 1 kommuner', '0']);
  expect(svg).toContain('<line');
  expect(svg).not.toContain('<rect');
});

test('every value carries its base', () => {
  const texts = textsOf(draw(countByCountyChart(receivedRows(), text, { id: 'c' })));
  expect(texts.filter((label) => label.endsWith('kommuner'))).toEqual([
    '14 av 25 kommuner',
    '11 av 17 kommuner',
    '6 av 6 kommuner',
    '11 av 18 kommuner'
  ]);
  expect(texts.slice(-4)).toEqual(['16', '11', '21', '23']);
});
