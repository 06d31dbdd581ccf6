import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import { ownExamples } from '#lib/stats/own-examples.ts';
import { mostOwnRows, ownStatement, ownValue } from '#lib/stats/own-statement.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { twoRounds } from '../support/workbench-rows.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTables(workbenchTables(twoRounds));
});
afterAll(() => engine.close());

async function answer(text: string): Promise<Record<string, unknown>[]> {
  const own = ownStatement(text);
  if ('problem' in own) throw new Error(own.problem);
  return engine.run({ sql: own.sql, params: [] });
}

describe('a statement of one’s own', () => {
  it.each([
    "select sum(value) as n from figure where indicator = 'cases_received' and round_id = '2024'",
    "with chosen as (select value from figure where indicator = 'cases_received' and round_id = '2024') select sum(value) as n from chosen;",
    "-- with a remark; and a sign\nselect sum(value) as n from figure where round_id = '2024' and indicator = 'cases_received' -- the end"
  ])('%s is answered', async (text) => {
    expect(await answer(text)).toEqual([{ n: 8 }]);
  });

  it('keeps the order it asks for, and gives no more rows than there is room for and one', async () => {
    expect(await answer('select range as n from range(10000) order by range desc')).toHaveLength(mostOwnRows + 1);
    expect((await answer('from place order by population desc, round_id'))[0]).toMatchObject({
      municipality_no: '4005'
    });
  });

  it.each([
    ['', 'empty'],
    [' -- nothing', 'empty'],
    ['select 1; drop table figure', 'several'],
    ['drop table figure', 'not_reading'],
    ["attach 'x.db'", 'not_reading'],
    ["copy figure to 'x.csv'", 'not_reading'],
    ['pragma version', 'not_reading'],
    ['set threads = 1', 'not_reading']
  ])('%j is not asked: %s', (text, problem) => {
    expect(ownStatement(text)).toEqual({ problem });
  });

  it.each(['select 1) as own; drop table figure --', 'with x as (select 1) insert into figure select * from x'])(
    '%s changes nothing',
    async (text) => {
      await expect(answer(text)).rejects.toThrow(/several|syntax error|Parser Error/);
      expect(await answer('select count(*)::integer as n from round')).toEqual([{ n: 2 }]);
    }
  );
});

it.each(ownExamples)('the example %# is answered', async (example) => {
  expect((await answer(example)).length).toBeGreaterThan(0);
});

it('a value of any kind is told as text', () => {
  expect([null, undefined, 0, 12n, true, [1n, 'a']].map(ownValue)).toEqual(['', '', '0', '12', 'true', '["1","a"]']);
});
