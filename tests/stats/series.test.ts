import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPlaceFilter, type Dimension } from '#lib/domain/analysis.ts';
import type { Entry } from '#lib/domain/figure.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import type { Selection } from '#lib/stats/chosen-figures.ts';
import { comparisonQuery, comparisonShape, type ComparisonRow } from '#lib/stats/comparison.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { seriesQuery, seriesShape, type SeriesRow } from '#lib/stats/series.ts';
import { hostedRegion } from '../support/hosted-region.ts';
import { answersOf, smallRegion } from '../support/region.ts';
import { openWasmEngine } from '../support/wasm-engine.ts';
import { twoRounds, workbenchRows } from '../support/workbench-rows.ts';

const plain: Selection = { indicators: ['cases_received'], rounds: ['2023', '2024'], filter: noPlaceFilter };
let engine: Engine;
beforeAll(async () => {
  engine = await openTables(workbenchTables(twoRounds));
});
afterAll(() => engine.close());
const rowsOf = async (choice: Partial<Selection>): Promise<SeriesRow[]> =>
  checkedRows(await engine.run(seriesQuery({ ...plain, ...choice })), seriesShape);

it('a change is told of the same municipalities only', async () => {
  const [before, after] = await rowsOf({});
  expect(before).toMatchObject({ roundId: '2023', position: 1, value: 9, reported: 3, reportedAgain: 0 });
  expect(before).toMatchObject({ valueAgain: null, valueBefore: null });
  // 4201 went from 2 to 5 and 4001 had 3 both times; 4202 is new, 4203 silent.
  expect(after).toMatchObject({ roundId: '2024', value: 8, reported: 3, expected: 6 });
  expect(after).toMatchObject({ reportedAgain: 2, valueAgain: 8, valueBefore: 5 });
  expect(after).toMatchObject({ populationAgain: 9000, populationBefore: 9000, divided: null });
});

it('a host that has more to answer for than before has more inhabitants too', async () => {
  const hosted = await openTables(workbenchTables(workbenchRows({ '2023': smallRegion, '2024': hostedRegion })));
  const rows = checkedRows(await hosted.run(seriesQuery(plain)), seriesShape);
  // 4001 and 4202 gave it both times; 4201 and 4203 stand in their figures the second time.
  expect(rows[1]).toMatchObject({ reportedAgain: 2, populationBefore: 10_000, populationAgain: 15_000 });
  hosted.close();
});

it('a selection holds in every round', async () => {
  const rows = await rowsOf({ filter: { ...noPlaceFilter, county: '42' } });
  expect(rows.map(({ value }) => value)).toEqual([6, 5]);
  expect(rows[1]).toMatchObject({ reportedAgain: 1, valueAgain: 5, valueBefore: 2 });
});

it('a round between that is not chosen is not compared with', async () => {
  expect(await rowsOf({ rounds: ['2024'] })).toMatchObject([{ roundId: '2024', reportedAgain: 0, valueBefore: null }]);
});

it('shares come with their base in each round', async () => {
  const rows = await rowsOf({ indicators: ['cases_under_18'] });
  expect(rows.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [2, 9],
    [3, 8]
  ]);
});

describe('over a change of boundaries, counted by hand', () => {
  const municipality = (municipalityNo: string, received: number, population = 1000): Entry => ({
    ...{ municipalityNo, countyNo: municipalityNo.slice(0, 2), population, status: 'answered' },
    answers: answersOf([received, 0, 0], 'yes')
  });
  // Drammen got another number, Ålesund was divided, and Oslo stayed as it was.
  const rows = workbenchRows(
    {
      '2022': [municipality('3005', 1), municipality('1507', 10), municipality('0301', 100)],
      '2023': [municipality('3005', 2), municipality('1507', 20), municipality('0301', 200)],
      '2024': [
        ...[municipality('3301', 4, 1100), municipality('1508', 30), municipality('1580', 9)],
        municipality('0301', 400)
      ]
    },
    { '3005': '3301', '1507': null }
  );
  const tables = workbenchTables(rows);
  const asked = { ...plain, rounds: ['2022', '2023', '2024'] };

  it('another number is the same municipality, and a divided one is no other', async () => {
    const native = await openTables(tables);
    const series = checkedRows(await native.run(seriesQuery(asked)), seriesShape);
    native.close();
    expect(series.map((row) => [row.value, row.reported, row.divided])).toEqual([
      [111, 3, '1507'],
      [222, 3, '1507'],
      [443, 4, null]
    ]);
    // From 2022 to 2023 Ålesund was the same; from 2023 to 2024 only Drammen and Oslo were.
    expect(series.map((row) => [row.reportedAgain, row.valueBefore, row.valueAgain])).toEqual([
      [0, null, null],
      [3, 111, 222],
      [2, 202, 404]
    ]);
    expect(series[2]).toMatchObject({ populationBefore: 2000, populationAgain: 2100 });
  });

  it('an area and an own group hold it under any of its numbers', async () => {
    const native = await openTables(tables);
    const choice = { ...asked, columns: null, group: ['3301'] };
    const areasBy = async (dimension: Dimension) => {
      const cells = await native.run(comparisonQuery({ ...choice, dimension }));
      return checkedRows<ComparisonRow>(cells, comparisonShape).filter(
        ({ area }) => area === '3301' || area === 'group'
      );
    };
    expect((await areasBy('municipality')).map(({ value }) => value)).toEqual([1, 2, 4]);
    expect((await areasBy('own_group')).map(({ value }) => value)).toEqual([1, 2, 4]);
    native.close();
  });

  it('both engines give the same rows', async () => {
    const native = await openTables(tables);
    const wasm = await openWasmEngine([]);
    wasm.loadTables(tables);
    const own = comparisonQuery({ ...asked, dimension: 'own_group', columns: 'municipality', group: ['3005', '1508'] });
    for (const statement of [seriesQuery(asked), own]) {
      expect(wasm.run(statement)).toEqual(await native.run(statement));
    }
    native.close();
  });
});

it('the statement is understood without running it, and changes only on purpose', async () => {
  const { sql, params } = seriesQuery(plain);
  expect(await engine.run({ sql: `explain ${sql}`, params })).toHaveLength(1);
  expect(sql).toMatchSnapshot();
});
