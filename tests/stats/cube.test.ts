import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresFor } from '#lib/domain/disclosure.ts';
import { figuresOf, type Entry } from '#lib/domain/figure.ts';
import { noFilter, type Filter } from '#lib/domain/filter.ts';
import { openEngine, type Engine } from '#lib/server/duckdb.ts';
import { cubeQuery, type Cell } from '#lib/stats/cube.ts';
import { municipalityFiguresQuery } from '#lib/stats/municipality-figures.ts';
import { answersOf, smallRegion } from '../support/region.ts';
import { openWasmEngine } from '../support/wasm-engine.ts';

const figures = figuresOf(smallRegion);
const filterBy = (choice: Partial<Filter>): Filter => ({ ...noFilter, ...choice });

let native: Engine;
let publicEngine: Engine;
let wasm: Awaited<ReturnType<typeof openWasmEngine>>;

beforeAll(async () => {
  native = await openEngine(figures);
  publicEngine = await openEngine(
    figuresFor('public', figures, { showsTotals: true, fewestBehind: 3, released: null })
  );
  wasm = await openWasmEngine(figures);
});
afterAll(() => {
  native.close();
  publicEngine.close();
});

async function cellOf(
  engine: Engine,
  filter: Filter,
  indicator: string,
  countyNo: string | null,
  category: string | null
) {
  const cells = await engine.run<Cell>(cubeQuery(filter));
  return cells.find((c) => c.indicator === indicator && c.countyNo === countyNo && c.category === category);
}

describe('the cube, counted by hand', () => {
  it.each([
    [
      'cases_received',
      null,
      null,
      { value: 8, reported: 3, expected: 6, populationReported: 11_000, population: 63_000 }
    ],
    ['cases_handled', null, null, { value: 5, denominator: 8 }],
    ['cases_under_18', null, null, { value: 3, denominator: 8 }],
    ['cases_received', '42', null, { value: 5, reported: 2, expected: 3 }],
    ['cases_received', '40', null, { value: 3, reported: 1, expected: 3 }],
    ['answer_status', null, null, { reported: 4, expected: 6, populationReported: 27_000 }],
    ['answer_status', null, 'missing', { value: 1, population: 4000 }],
    ['answer_status', null, 'declined', { value: 1 }],
    ['web_info', null, null, { value: 4, reported: 4, expected: 6 }],
    ['web_info', null, 'yes', { value: 2 }],
    ['web_info', '40', 'planned', { value: 1 }]
  ])('%s of county %s, category %s', async (indicator, county, category, expected) => {
    expect(await cellOf(native, noFilter, indicator, county, category)).toMatchObject(expected);
  });

  it('has no figure where nobody gave one, which is not zero', async () => {
    const filter = filterBy({ categories: { ...noFilter.categories, answer_status: 'missing' } });
    expect(await cellOf(native, filter, 'cases_received', null, null)).toMatchObject({
      value: null,
      reported: 0,
      expected: 1
    });
  });

  it('has one cell per indicator, county and category, and no county or category without a name', async () => {
    const cells = await native.run<Cell>(cubeQuery(noFilter));
    const keys = cells.map((cell) => `${cell.indicator}/${cell.countyNo}/${cell.category}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a filter', () => {
  it('by county leaves that county', async () => {
    expect(await cellOf(native, filterBy({ county: '42' }), 'cases_received', null, null)).toMatchObject({ value: 5 });
  });

  it('by a category leaves the municipalities that chose it', async () => {
    const filter = filterBy({ categories: { ...noFilter.categories, web_info: 'yes' } });
    expect(await cellOf(native, filter, 'cases_received', null, null)).toMatchObject({ value: 8, expected: 2 });
    const rows = await native.run<{ municipalityNo: string }>(municipalityFiguresQuery(filter));
    expect([...new Set(rows.map((row) => row.municipalityNo))]).toEqual(['4001', '4201']);
  });

  it('takes gathered counts away from the public instead of showing them for a part', async () => {
    expect(await cellOf(publicEngine, noFilter, 'cases_received', null, null)).toMatchObject({ value: 8 });
    expect(await cellOf(publicEngine, noFilter, 'cases_received', '42', null)).toBeUndefined();
    expect(await cellOf(publicEngine, filterBy({ county: '42' }), 'cases_received', null, null)).toBeUndefined();
    const filter = filterBy({ categories: { ...noFilter.categories, web_info: 'yes' } });
    expect(await cellOf(publicEngine, filter, 'cases_received', null, null)).toBeUndefined();
    expect(await cellOf(publicEngine, filter, 'web_info', null, 'yes')).toMatchObject({ value: 2 });
  });
});

describe('two engines', () => {
  const filters = [
    noFilter,
    filterBy({ county: '42' }),
    filterBy({ categories: { ...noFilter.categories, web_info: 'yes' } })
  ];
  const statements = [cubeQuery, municipalityFiguresQuery];

  it('are one version', async () => {
    const [row] = await native.run<{ version: string }>({ sql: 'select version() as version', params: [] });
    expect([row?.version, wasm.version()]).toEqual(['v1.4.3', 'v1.4.3']);
  });

  it.each(filters.flatMap((filter) => statements.map((statement) => [statement.name, filter, statement] as const)))(
    'give %s the same rows for %j',
    async (_name, filter, statement) => {
      wasm.load(figures);
      expect(wasm.run(statement(filter))).toEqual(await native.run(statement(filter)));
    }
  );

  it('give the same rows on any data', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 30 }), async (entries) => {
        const distinct = entries.map((one, index) => ({ ...one, municipalityNo: String(1000 + index) }));
        const dataset = figuresOf(distinct);
        const engine = await openEngine(dataset);
        wasm.load(dataset);
        for (const filter of filters) {
          for (const statement of statements) {
            expect(wasm.run(statement(filter))).toEqual(await engine.run(statement(filter)));
          }
        }
        engine.close();
      }),
      { numRuns: 15 }
    );
  });

  it('accept each statement without running it', async () => {
    for (const statement of statements) {
      const { sql, params } = statement(noFilter);
      expect(await native.run({ sql: `explain ${sql}`, params })).toHaveLength(1);
    }
  });
});

const entry: fc.Arbitrary<Entry> = fc
  .record({
    countyNo: fc.constantFrom('40', '42', '33'),
    population: fc.integer({ min: 200, max: 700_000 }),
    counts: fc.option(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9))),
    web: fc.constantFrom('yes', 'planned', 'no')
  })
  .map(({ counts, web, ...place }) => ({
    ...place,
    municipalityNo: '',
    status: counts ? 'answered' : 'missing',
    answers: counts ? answersOf(counts, web) : null
  }));

describe('the text of the statements', () => {
  it('changes only on purpose', () => {
    expect([cubeQuery(noFilter).sql, municipalityFiguresQuery(noFilter).sql]).toMatchSnapshot();
  });
});
