import { afterAll, beforeAll, expect, it } from 'vitest';
import { noPlaceFilter } from '#lib/domain/analysis.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { seriesQuery, seriesShape, type Series, type SeriesRow } from '#lib/stats/series.ts';
import { twoRounds } from '../support/workbench-rows.ts';

const plain: Series = { indicators: ['cases_received'], rounds: ['2023', '2024'], filter: noPlaceFilter };
let engine: Engine;
beforeAll(async () => {
  engine = await openTables(workbenchTables(twoRounds));
});
afterAll(() => engine.close());
const rowsOf = async (choice: Partial<Series>): Promise<SeriesRow[]> =>
  checkedRows(await engine.run(seriesQuery({ ...plain, ...choice })), seriesShape);

it('a change is told of the same municipalities only', async () => {
  const [before, after] = await rowsOf({});
  expect(before).toMatchObject({ roundId: '2023', position: 1, value: 9, reported: 3, reportedAgain: 0 });
  expect(before).toMatchObject({ valueAgain: null, valueBefore: null });
  // 4201 went from 2 to 5 and 4001 had 3 both times; 4202 is new, 4203 silent.
  expect(after).toMatchObject({ roundId: '2024', value: 8, reported: 3, expected: 6 });
  expect(after).toMatchObject({ reportedAgain: 2, valueAgain: 8, valueBefore: 5 });
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

it('the statement is understood without running it, and changes only on purpose', async () => {
  const { sql, params } = seriesQuery(plain);
  expect(await engine.run({ sql: `explain ${sql}`, params })).toHaveLength(1);
  expect(sql).toMatchSnapshot();
});
