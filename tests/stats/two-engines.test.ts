import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dimensions, type Brush } from '#lib/domain/analysis.ts';
import { indicators } from '#lib/domain/indicator.ts';
import { openTables } from '#lib/server/duckdb.ts';
import { comparisonQuery, comparisonShape } from '#lib/stats/comparison.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { responseQuery, responseShape } from '#lib/stats/response.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { seriesQuery, seriesShape } from '#lib/stats/series.ts';
import { zeroReferralQuery, zeroReferralShape } from '#lib/stats/zero-referral.ts';
import { dataSet, filter } from '../support/random-region.ts';
import { openWasmEngine } from '../support/wasm-engine.ts';
import { workbenchRows } from '../support/workbench-rows.ts';

/** Each of a batch's rounds is a data set of its own: no comparison mixes two. */
const batches = 40;
const dataSetsInBatch = 25;

const choice = fc.record({
  indicators: fc.subarray(
    indicators.map(({ id }) => id),
    { minLength: 1 }
  ),
  dimension: fc.constantFrom(...dimensions),
  columns: fc.option(fc.constantFrom(...dimensions)),
  group: fc.subarray(['4001', '4003', '4009']),
  filter,
  within: fc.constantFrom<Brush | null>(
    null,
    { dimension: 'county', area: '42' },
    { dimension: 'own_group', area: 'group' }
  )
});

describe('native DuckDB and DuckDB-WASM', () => {
  let wasm: Awaited<ReturnType<typeof openWasmEngine>>;
  beforeAll(async () => {
    wasm = await openWasmEngine([]);
  });

  it(`give the same rows of ${batches * dataSetsInBatch} random data sets`, { timeout: 120_000 }, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(dataSet, { minLength: dataSetsInBatch, maxLength: dataSetsInBatch }),
        choice,
        async (dataSets, chosen) => {
          const rounds = Object.fromEntries(dataSets.map((entries, index) => [`r${index}`, entries]));
          const tables = workbenchTables(workbenchRows(rounds));
          const native = await openTables(tables);
          wasm.loadTables(tables);
          const asked = { ...chosen, rounds: Object.keys(rounds) };
          for (const [statement, shape] of [
            [comparisonQuery(asked), comparisonShape],
            [seriesQuery(asked), seriesShape],
            [responseQuery(asked), responseShape],
            [zeroReferralQuery(asked), zeroReferralShape]
          ] as const) {
            const rows = checkedRows(await native.run(statement), shape as typeof comparisonShape);
            expect(checkedRows(wasm.run(statement), shape as typeof comparisonShape)).toEqual(rows);
          }
          native.close();
          compared += dataSets.length;
        }
      ),
      { numRuns: batches, seed: 20_240_301 }
    );
    expect(compared).toBe(batches * dataSetsInBatch);
  });
});
