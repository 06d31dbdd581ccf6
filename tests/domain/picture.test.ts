import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dimensions, measuresOf, narrowing, noPlaceFilter } from '#lib/domain/analysis.ts';
import { indicatorOf, indicators } from '#lib/domain/indicator.ts';
import { linkedViews, pictures, picturesOf } from '#lib/domain/picture.ts';
import { viewWith } from '../support/analysis-scene.ts';

const received = { indicator: 'cases_received', measure: 'count', dimension: 'county', columns: null } as const;
const one = { ...received, rounds: ['2024'], scope: 'region', filter: noPlaceFilter } as const;
const inAgder = { ...noPlaceFilter, county: '42' };

describe('the pictures of a view', () => {
  it.each([
    ['counts by area are bars', one, ['bars']],
    ['shares and rates are dots with intervals', { ...one, measure: 'rate' }, ['dots']],
    ['counts of municipalities are bars or a map', { ...one, dimension: 'municipality' }, ['bars', 'map']],
    [
      'rates of municipalities are a funnel first',
      { ...one, measure: 'rate', dimension: 'municipality' },
      ['funnel', 'dots', 'map']
    ],
    ['a second dimension is a heat table', { ...one, columns: 'centrality' }, ['heat', 'multiples', 'bars']],
    ['two rounds are slopes', { ...one, rounds: ['2024', '2023'] }, ['slope', 'multiples', 'bars']],
    ['more rounds are a line', { ...one, rounds: ['2024', '2023', '2022'] }, ['line', 'multiples', 'bars']],
    ['categories are stacked', { ...one, indicator: 'web_info' }, ['stacked', 'heat']],
    [
      'categories of municipalities are a map',
      { ...one, indicator: 'web_info', dimension: 'municipality' },
      ['map', 'stacked']
    ],
    [
      'municipalities are followed over the rounds within a county only',
      { ...one, dimension: 'municipality', rounds: ['2024', '2023'], filter: inAgder },
      ['bars', 'map', 'slope']
    ],
    [
      'those of a region are too many for that',
      { ...one, dimension: 'municipality', rounds: ['2024', '2023'] },
      ['bars', 'map']
    ],
    [
      'those of the country are too many to have a bar each',
      { ...one, dimension: 'municipality', scope: 'country' },
      ['map']
    ],
    ['or a dot', { ...one, measure: 'rate', dimension: 'municipality', scope: 'country' }, ['funnel', 'map']],
    ['or a category', { ...one, indicator: 'web_info', dimension: 'municipality', scope: 'country' }, ['map']]
  ] as const)('%s', (_, shown, expected) => {
    expect(picturesOf(shown)).toEqual(expected);
  });

  it('are never none and never twice the same, and there is a view for each', () => {
    const shown = fc.record({
      indicator: fc.constantFrom(...indicators.map(({ id }) => id)),
      turn: fc.nat(),
      dimension: fc.constantFrom(...dimensions),
      columns: fc.option(fc.constantFrom(...dimensions)),
      scope: fc.constantFrom('region' as const, 'country' as const),
      filter: fc.constantFrom(noPlaceFilter, inAgder),
      rounds: fc.subarray(['2024', '2023', '2022'], { minLength: 1 })
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(shown, ({ turn, ...rest }) => {
        const measures = measuresOf(indicatorOf(rest.indicator));
        const found = picturesOf({ ...rest, measure: measures[turn % measures.length] ?? 'count' });
        for (const picture of found) seen.add(picture);
        expect(new Set(found).size).toBe(found.length);
      }),
      { seed: 5, numRuns: 500 }
    );
    expect([...seen].sort()).toEqual([...pictures].sort());
  });
});

describe('the views beside one', () => {
  const drawn = (choice: Parameters<typeof viewWith>[0]) =>
    linkedViews(viewWith(choice)).map(({ dimension, picture }) => [dimension, picture]);

  it.each([
    ['a view by county has the map', {}, [['municipality', 'map']]],
    [
      'another has its selection by county as well',
      { dimension: 'centrality' },
      [
        ['county', 'bars'],
        ['municipality', 'map']
      ]
    ],
    ['one that is a map has no other', { dimension: 'municipality', picture: 'map' }, [['county', 'bars']]],
    [
      'several rounds that the view does not follow are followed beside it',
      { rounds: ['2024', '2023'], picture: 'bars' },
      [
        ['municipality', 'map'],
        ['korus_region', 'line']
      ]
    ]
  ] as const)('%s', (_, choice, expected) => {
    expect(drawn(choice)).toEqual(expected);
  });
});

test('what was chosen in a picture narrows the others, and never the one it was chosen in', () => {
  const brush = { dimension: 'county', area: '42' } as const;
  expect(narrowing(viewWith({ brush }))).toBeNull();
  expect(narrowing(viewWith({ brush, dimension: 'centrality', columns: 'county' }))).toBeNull();
  expect(narrowing(viewWith({ brush, dimension: 'municipality' }))).toEqual(brush);
  const beside = linkedViews(viewWith({ brush, dimension: 'centrality' }));
  expect(beside.map((view) => narrowing(view))).toEqual([null, brush]);
});
