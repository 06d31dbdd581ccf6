import { expect, test } from 'vitest';
import { answeredByCountyChart } from '#lib/charts/answered-by-county-chart.ts';
import { answeredRows } from './region-sor.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = {
  answered: 'Har svart',
  notAnswered: 'Ikke svart',
  answeredOf: (answered: number, expected: number) => `${answered} av ${expected}`
};

test('Region Sør 2024 looks as committed, wide and narrow', () => {
  expectSnapshots('answered-by-county', (frame) => answeredByCountyChart(answeredRows(), text, frame));
});

test('each county is labelled with answers and base', () => {
  const texts = textsOf(draw(answeredByCountyChart(answeredRows(), text, { id: 'a' })));
  expect(texts).toEqual([
    'Har svart',
    'Ikke svart',
    'Agder',
    'Telemark',
    'Vestfold',
    'Buskerud',
    '14 av 25',
    '11 av 17',
    '6 av 6',
    '11 av 18'
  ]);
});

test('municipalities without an answer are hatched, none hatched when all have answered', () => {
  const hatched = (answered: number) =>
    draw(answeredByCountyChart([{ county: 'Oslo', answered, expected: 4 }], text, { id: 'a' })).match(
      /<g [^>]*fill="url\(#a-missing\)"/g
    );
  expect(hatched(3)).toHaveLength(1);
  expect(hatched(4)).toBeNull();
});

test('bars start at zero and are in proportion to the count', () => {
  const rows = [
    { county: 'A', answered: 10, expected: 20 },
    { county: 'B', answered: 5, expected: 20 }
  ];
  const svg = draw(answeredByCountyChart(rows, text, { id: 'a' }));
  const solid = /<g fill="var\(--chart-main\)">(.*?)<\/g>/.exec(svg.slice(svg.indexOf('</defs>')))?.[1] ?? '';
  const bars = Array.from(solid.matchAll(/width="([\d.]+)" x="([\d.]+)"/g), ([, width, x]) => ({
    width: Number(width),
    x: Number(x)
  }));
  expect(bars).toHaveLength(2);
  expect(bars[0]?.x).toBe(bars[1]?.x);
  expect(Number(bars[0]?.width) / Number(bars[1]?.width)).toBeCloseTo(2, 1);
});

test('no counties give an empty chart', () => {
  expect(textsOf(draw(answeredByCountyChart([], text, { id: 'a' })))).toEqual(['Har svart', 'Ikke svart']);
});
