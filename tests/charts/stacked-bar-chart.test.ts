import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stackedBarChart, type StackedBarRow } from '#lib/charts/stacked-bar-chart.ts';
import { stackedBarReading } from '#lib/charts/stacked-bar-reading.ts';
import type { ChartCategory } from '#lib/charts/theme.ts';
import { stackedBars } from './comparison-scene.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { categoryRows, categoryText, responsibilityCategories, webCategories } from './region-sor.ts';
import { nb, nn, told } from './said-finding.ts';
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

test('a count that is withheld takes the whole bar of its group with it, and the total of its category', () => {
  const rows: StackedBarRow[] = [
    { group: 'A', category: 'ja', count: 4 },
    { group: 'A', category: 'nei', count: 'withheld' },
    { group: 'B', category: 'ja', count: 2 },
    { group: 'B', category: 'nei', count: 3 }
  ];
  const texts = textsOf(draw(stackedBarChart(counts(rows, web), categoryText, { id: 'w' })));
  expect(texts).toEqual(expect.arrayContaining(['vises ikke', 'Nei', '5 av 5']));
  expect(texts).not.toContain('4');
  const reading = stackedBarReading(counts(rows, web), nb.stackedBar);
  expect(reading.title).toBe('Fordelingen kan ikke vises for alle');
  expect(reading.table.rows[0]).toEqual({ header: 'A', cells: ['4', 'ikke svart', 'vises ikke', 'ikke svart'] });
});

test('bars of shares are equally long whatever their counts, those without a count have none', () => {
  const { x } = stackedBarChart(stackedBars('whole'), nb.stackedBar, { id: 'w' });
  expect(x?.domain).toEqual([0, 100]);
});

test.each([960, 500, 328])('no label touches another or leaves the frame at %d pixels', (width) => {
  for (const length of ['count', 'whole'] as const) {
    const svg = draw(stackedBarChart(stackedBars(length), nb.stackedBar, { id: 'w', width }));
    expectNoOverlap(svg);
    expectWithin(svg);
  }
});

test('the finding names the category most have given, and none when two are alike', () => {
  expect(stackedBarReading(stackedBars(), nb.stackedBar).title).toBe('18 av 42 kommuner svarer «Ruskonsulent»');
  expect(stackedBarReading(stackedBars(), nn.stackedBar).title).toBe('18 av 42 kommunar svarer «Ruskonsulent»');
  const alike = ['ja', 'nei'].map((category) => ({ group: 'A', category, count: 2 }));
  expect(stackedBarReading(counts(alike, web), nb.stackedBar).title).toBe(
    'Ingen kategori er vanligere enn de andre blant fire kommuner'
  );
});

test('the finding is true of the rows', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(9)), { minLength: 1, maxLength: 12 }), (drawn) => {
      const rows = drawn.map(([at, count], i) => ({
        group: `G${i}`,
        category: ['ja', 'planlagt', 'nei'][at] ?? '',
        count
      }));
      const said = stackedBarReading(counts(rows, web), {
        ...nb.stackedBar,
        most: told,
        even: () => 'even',
        nothing: '0'
      });
      const totals = ['ja', 'planlagt', 'nei'].map((id) =>
        rows.filter(({ category }) => category === id).reduce((sum, { count }) => sum + count, 0)
      );
      const all = totals.reduce((sum, count) => sum + count, 0);
      const most = Math.max(...totals);
      const leading = totals.filter((count) => count === most).length;
      const label = ['Ja', 'Planlagt', 'Nei'][totals.indexOf(most)];
      expect(said.title).toBe(all === 0 ? '0' : leading > 1 ? 'even' : told(most, all, label));
    }),
    { seed: 53 }
  );
});
