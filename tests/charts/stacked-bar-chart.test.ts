import { expect, test } from 'vitest';
import { stackedBarChart, type StackedBarRow } from '#lib/charts/stacked-bar-chart.ts';
import type { ChartCategory } from '#lib/charts/theme.ts';
import { categoryRows, categoryText, responsibilityCategories, webCategories } from './region-sor.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const web = [...webCategories];
const counts = (rows: StackedBarRow[], categories: ChartCategory[]) => ({
  ...{ measure: 'Kommuner', rows, categories },
  length: 'count' as const
});

test('web information in Region Sør 2024 looks as committed, wide and narrow', () => {
  const rows = categoryRows('web_info', web);
  expectSnapshots('web-by-county', (frame) => stackedBarChart(counts(rows, web), categoryText, frame));
});

test('responsibility in Region Sør 2024 looks as committed, wide and narrow', () => {
  const rows = categoryRows('responsibility', responsibilityCategories);
  expectSnapshots('responsibility-by-county', (frame) =>
    stackedBarChart(counts(rows, responsibilityCategories), categoryText, frame)
  );
});

test('the key names each category with its total, no answer included', () => {
  const texts = textsOf(draw(stackedBarChart(counts(categoryRows('web_info', web), web), categoryText, { id: 'w' })));
  expect(texts.slice(0, 4)).toEqual(['Ja 17', 'Planlagt 10', 'Nei 15', 'Ikke svart 24']);
});

test('a county is labelled with its answers out of all expected', () => {
  const rows = [
    { group: 'Vestfold', category: 'ja', count: 4 },
    { group: 'Vestfold', category: 'missing', count: 2 }
  ];
  expect(textsOf(draw(stackedBarChart(counts(rows, web), categoryText, { id: 'w' })))).toContain('4 av 6');
});

test('those who did not know are no answer in a county’s label either', () => {
  const categories = [...web, { id: 'not_given', label: 'Vet ikke', tone: 'warning' as const }];
  const rows = [
    { group: 'Vestfold', category: 'ja', count: 4 },
    { group: 'Vestfold', category: 'not_given', count: 1 },
    { group: 'Vestfold', category: 'missing', count: 1 }
  ];
  expect(textsOf(draw(stackedBarChart(counts(rows, categories), categoryText, { id: 'w' })))).toContain('4 av 6');
});

test('a count that does not fit its segment is left out, a count of zero draws no segment', () => {
  const rows = [
    { group: 'A', category: 'ja', count: 299 },
    { group: 'A', category: 'planlagt', count: 0 },
    { group: 'A', category: 'nei', count: 1 }
  ];
  const svg = draw(stackedBarChart(counts(rows, web), categoryText, { id: 'w' }));
  expect(textsOf(svg)).toContain('299');
  expect(textsOf(svg)).not.toContain('1');
  expect(svg).not.toMatch(/fill="var\(--chart-second\)"[^>]*><rect/);
});

test('a row of an unlisted category is refused', () => {
  const rows = [{ group: 'A', category: 'kanskje', count: 1 }];
  expect(() => stackedBarChart(counts(rows, web), categoryText, { id: 'w' })).toThrow('unknown category: kanskje');
});
