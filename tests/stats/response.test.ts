import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dimensions, noPlaceFilter } from '#lib/domain/analysis.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { responseQuery, responseShape, type AreaChoice, type ResponseRow } from '#lib/stats/response.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { zeroReferralQuery } from '#lib/stats/zero-referral.ts';
import { openWasmEngine } from '../support/wasm-engine.ts';
import { twoRounds } from '../support/workbench-rows.ts';

const tables = workbenchTables(twoRounds);
const plain: AreaChoice = { dimension: 'county', rounds: ['2024'], filter: noPlaceFilter, group: [] };
let engine: Engine;
beforeAll(async () => {
  engine = await openTables(tables);
});
afterAll(() => engine.close());
const rowsOf = async (choice: Partial<AreaChoice>): Promise<ResponseRow[]> =>
  checkedRows(await engine.run(responseQuery({ ...plain, ...choice })), responseShape);

describe('response and punctuality, counted by hand', () => {
  it('are those of the round and of each area', async () => {
    expect(await rowsOf({})).toEqual([
      {
        ...{ roundId: '2024', area: null, expected: 6, answered: 4, declined: 1 },
        ...{ population: 63_000, populationAnswered: 27_000, onTime: 2, late: 2, medianDays: 1.25 }
      },
      {
        ...{ roundId: '2024', area: '40', expected: 3, answered: 2, declined: 1 },
        ...{ population: 56_000, populationAnswered: 24_000, onTime: 0, late: 2, medianDays: 5.25 }
      },
      {
        ...{ roundId: '2024', area: '42', expected: 3, answered: 2, declined: 0 },
        ...{ population: 7000, populationAnswered: 3000, onTime: 2, late: 0, medianDays: -5 }
      }
    ]);
  });

  it('on the minute of the deadline is on time', async () => {
    const rows = await rowsOf({ dimension: 'municipality' });
    expect(rows.find(({ area }) => area === '4202')).toMatchObject({ onTime: 1, late: 0, medianDays: 0 });
  });

  it('of who has not answered are neither on time nor late', async () => {
    const rows = await rowsOf({ dimension: 'municipality' });
    expect(rows.find(({ area }) => area === '4203')).toMatchObject({
      answered: 0,
      onTime: 0,
      late: 0,
      medianDays: null
    });
  });

  it('stand beside each other in two rounds', async () => {
    const rows = (await rowsOf({ rounds: ['2023', '2024'] })).filter(({ area }) => area === null);
    expect(rows.map(({ roundId, answered, onTime, late }) => [roundId, answered, onTime, late])).toEqual([
      ['2023', 4, 3, 1],
      ['2024', 4, 2, 2]
    ]);
  });

  it('follow a selection', async () => {
    const [all] = await rowsOf({ filter: { ...noPlaceFilter, county: '42' } });
    expect(all).toMatchObject({ area: null, expected: 3, answered: 2, onTime: 2 });
  });
});

it('both engines give the same rows by any dimension, also of where nobody was referred', async () => {
  const wasm = await openWasmEngine([]);
  wasm.loadTables(tables);
  for (const dimension of dimensions) {
    for (const query of [responseQuery, zeroReferralQuery]) {
      const statement = query({ ...plain, dimension, rounds: ['2023', '2024'], group: ['4201'] });
      expect(wasm.run(statement)).toEqual(await engine.run(statement));
    }
  }
});

it('the statement is understood without running it, and changes only on purpose', async () => {
  const { sql, params } = responseQuery(plain);
  expect(await engine.run({ sql: `explain ${sql}`, params })).toHaveLength(1);
  expect(sql).toMatchSnapshot();
});
