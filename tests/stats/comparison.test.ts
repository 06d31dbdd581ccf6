import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dimensions, noPlaceFilter } from '#lib/domain/analysis.ts';
import { figuresFor } from '#lib/domain/disclosure.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import type { Comparison } from '#lib/stats/comparison-division.ts';
import { comparisonQuery, comparisonShape, type ComparisonRow } from '#lib/stats/comparison.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { hostedRegion } from '../support/hosted-region.ts';
import { twoRounds, workbenchRows } from '../support/workbench-rows.ts';

const plain: Comparison = {
  indicators: ['cases_received'],
  dimension: 'county',
  columns: null,
  rounds: ['2024'],
  filter: noPlaceFilter,
  group: []
};

let engine: Engine;
beforeAll(async () => {
  engine = await openTables(workbenchTables(twoRounds));
});
afterAll(() => engine.close());

async function rowsOf(choice: Partial<Comparison>): Promise<ComparisonRow[]> {
  return checkedRows(await engine.run(comparisonQuery({ ...plain, ...choice })), comparisonShape);
}
type Key = Partial<Pick<ComparisonRow, 'area' | 'part' | 'category' | 'indicator' | 'roundId'>>;
const find = (rows: ComparisonRow[], key: Key) =>
  rows.find((row) =>
    Object.entries({ area: null, part: null, category: null, ...key }).every(
      ([field, value]) => row[field as keyof Key] === value
    )
  );

describe('a comparison, counted by hand', () => {
  it('has the whole with its base, and the inhabitants of those that gave the figure', async () => {
    expect(find(await rowsOf({}), {})).toEqual({
      roundId: '2024',
      indicator: 'cases_received',
      ...{ area: null, part: null, category: null, status: null },
      ...{ value: 8, numerator: null, denominator: null },
      ...{ expected: 6, reported: 3, population: 63_000, populationReported: 11_000 },
      ...{ countedPopulation: 11_000, counted15to17: 110, counted18plus: 8800 }
    });
  });

  it.each([
    ['county', '42', { value: 5, reported: 2, expected: 3, populationReported: 3000 }],
    ['county', '40', { value: 3, reported: 1, expected: 3, populationReported: 8000 }],
    ['municipality', '4202', { value: 0, status: 'confirmed_none', reported: 1 }],
    ['municipality', '4203', { value: null, status: 'missing', reported: 0, expected: 1 }],
    ['municipality', '4005', { value: null, status: 'declined' }],
    ['population_class', 'under_2000', { value: 5, expected: 1 }],
    ['population_class', '2000_4999', { value: 0, expected: 2, reported: 1 }],
    ['centrality', '5', { value: 8, expected: 4, reported: 3 }],
    ['centrality', '3', { value: null, expected: 2, reported: 0 }],
    ['organised_under', 'mental_health_and_substance_use', { value: 8, expected: 3 }],
    ['organised_under', 'unknown', { value: null, expected: 3 }],
    ['police_district', 'Agder', { value: 5 }],
    ['county_governor', 'Vestfold og Telemark', { value: 3 }],
    ['korus_region', 'sor', { value: 8, expected: 6 }]
  ] as const)('by %s, %s', async (dimension, area, expected) => {
    expect(find(await rowsOf({ dimension }), { area })).toMatchObject(expected);
  });

  it('by an own group against the others', async () => {
    const rows = await rowsOf({ dimension: 'own_group', group: ['4201', '4001'] });
    expect(find(rows, { area: 'group' })).toMatchObject({ value: 8, expected: 2, reported: 2 });
    expect(find(rows, { area: 'others' })).toMatchObject({ value: 0, expected: 4, reported: 1 });
    expect(find(await rowsOf({ dimension: 'own_group' }), { area: 'others' })).toMatchObject({ value: 8 });
  });

  it('has the share of each area from those that gave both figures', async () => {
    const rows = await rowsOf({ indicators: ['cases_under_18'] });
    expect(find(rows, { area: '42' })).toMatchObject({ numerator: 2, denominator: 5 });
    expect(find(rows, {})).toMatchObject({ numerator: 3, denominator: 8 });
  });

  it('has the categories of each area, those without an answer too', async () => {
    const rows = await rowsOf({ indicators: ['web_info'] });
    expect(find(rows, { area: '40', category: 'planned' })).toMatchObject({ value: 1, expected: 1 });
    expect(find(rows, { area: '40', category: 'missing' })).toMatchObject({ value: null, expected: 1, reported: 0 });
    expect(find(rows, { category: 'yes' })).toMatchObject({ value: 2 });
  });

  it('crosses two dimensions, with the whole of each', async () => {
    const rows = await rowsOf({ dimension: 'county', columns: 'centrality' });
    expect(find(rows, { area: '42', part: '5' })).toMatchObject({ value: 5, expected: 3 });
    expect(find(rows, { area: '40', part: '3' })).toMatchObject({ value: null, expected: 2 });
    expect(find(rows, { part: '5' })).toMatchObject({ value: 8 });
    expect(find(rows, { area: '40' })).toMatchObject({ value: 3 });
  });

  it('keeps rounds apart', async () => {
    const rows = await rowsOf({ rounds: ['2023', '2024'] });
    expect(find(rows, { roundId: '2023' })).toMatchObject({ value: 9, reported: 3 });
    expect(find(rows, { roundId: '2024' })).toMatchObject({ value: 8, reported: 3 });
  });

  it.each([
    [{ county: '42' }, { value: 5, expected: 3 }],
    [{ populationClass: '2000_4999' }, { value: 0, expected: 2 }],
    [{ organisedUnder: 'mental_health_and_substance_use' }, { value: 8, expected: 3 }],
    [
      { county: '40', organisedUnder: 'mental_health_and_substance_use' },
      { value: 3, expected: 1 }
    ]
  ])('of the selection %j', async (filter, expected) => {
    expect(find(await rowsOf({ filter: { ...noPlaceFilter, ...filter } }), {})).toMatchObject(expected);
  });

  it('has no row where the selection is empty, which is not zero', async () => {
    expect(await rowsOf({ filter: { ...noPlaceFilter, county: '99' } })).toEqual([]);
  });
});

it('inhabitants of an age are not known where one of the municipalities has none published', async () => {
  const place = twoRounds.place.map((one) =>
    one.municipalityNo === '4202' ? { ...one, counted15to17: null, counted18plus: null } : one
  );
  const lacking = await openTables(workbenchTables({ ...twoRounds, place }));
  const rows = checkedRows(await lacking.run(comparisonQuery(plain)), comparisonShape);
  expect(find(rows, { area: '42' })).toMatchObject({ value: 5, counted15to17: null });
  expect(find(rows, { area: '40' })).toMatchObject({ counted15to17: 80, counted18plus: 6400 });
  lacking.close();
});

it('a host’s cases are of the inhabitants of all it answers for, wherever they live', async () => {
  const hosted = await openTables(workbenchTables(workbenchRows({ '2024': hostedRegion })));
  const rowsBy = async (dimension: Comparison['dimension']) =>
    checkedRows(await hosted.run(comparisonQuery({ ...plain, dimension })), comparisonShape);
  const each = await rowsBy('municipality');
  expect(find(each, { area: '4001' })).toMatchObject({ value: 3, populationReported: 8000, countedPopulation: 9000 });
  expect(find(each, { area: '4201' })).toMatchObject({ value: null, reported: 1, countedPopulation: 0 });
  const counties = await rowsBy('county');
  expect(find(counties, { area: '42' })).toMatchObject({ value: 0, populationReported: 7000, countedPopulation: 6000 });
  expect(find(counties, {})).toMatchObject({ value: 3, populationReported: 15_000, countedPopulation: 15_000 });
  hosted.close();
});

it('cases of the grown are those received less those under 18, of those that gave both', async () => {
  const rows = await rowsOf({ less: 'cases_under_18', dimension: 'municipality' });
  expect(find(rows, { area: '4201' })).toMatchObject({ value: 3, reported: 1, counted18plus: 800 });
  expect(find(rows, { area: '4202' })).toMatchObject({ value: 0, reported: 1 });
  expect(find(rows, {})).toMatchObject({ value: 5, reported: 3, expected: 6, populationReported: 11_000 });
  const figure = twoRounds.figure.map((one) =>
    one.indicator === 'cases_under_18' && one.municipalityNo === '4001' ? { ...one, value: null } : one
  );
  const lacking = await openTables(workbenchTables({ ...twoRounds, figure }));
  const known = checkedRows(await lacking.run(comparisonQuery({ ...plain, less: 'cases_under_18' })), comparisonShape);
  expect(find(known, {})).toMatchObject({ value: 3, reported: 2, populationReported: 3000, counted18plus: 2400 });
  lacking.close();
});

it('gathered figures count in the whole and in no area or selection', async () => {
  const own = twoRounds.figure.filter(({ roundId }) => roundId === '2024');
  const gathered = figuresFor('public', own, { showsTotals: true, fewestBehind: 3 });
  const figure = gathered.map((one) => ({ ...one, roundId: '2024' }));
  const open = await openTables(workbenchTables({ ...twoRounds, figure }));
  const rows = checkedRows(await open.run(comparisonQuery(plain)), comparisonShape);
  expect(rows.map(({ area, value }) => ({ area, value }))).toEqual([{ area: null, value: 8 }]);
  const inCounty = comparisonQuery({ ...plain, filter: { ...noPlaceFilter, county: '42' } });
  expect(await open.run(inCounty)).toEqual([]);
  open.close();
});

describe('the statements', () => {
  it.each(dimensions)('by %s are understood, alone and across any other', async (dimension) => {
    for (const columns of [null, ...dimensions]) {
      const { sql, params } = comparisonQuery({ ...plain, dimension, columns, group: ['4201'] });
      expect(await engine.run({ sql: `explain ${sql}`, params })).toHaveLength(1);
    }
  });

  it('change only on purpose', () => {
    expect(comparisonQuery({ ...plain, columns: 'own_group', group: ['4201'] })).toMatchSnapshot();
  });

  it('carry what was chosen as parameters, never as text of their own', () => {
    const told = comparisonQuery({
      ...plain,
      rounds: ["x'; drop table figure"],
      filter: { ...noPlaceFilter, county: "'" }
    });
    expect(told.sql).not.toContain('drop table');
    expect(told.params).toContain("x'; drop table figure");
  });
});
