import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dimensions, measuresOf, type Analysis, type Brush } from '#lib/domain/analysis.ts';
import { indicatorOf, indicators } from '#lib/domain/indicator.ts';
import { linkedViews } from '#lib/domain/picture.ts';
import { openTables } from '#lib/server/duckdb.ts';
import { readAnalysis, readLinked } from '#lib/stats/analysis-rows.ts';
import type { Statement } from '#lib/stats/cube.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { viewWith } from '../support/analysis-scene.ts';
import { dataSet, filter } from '../support/random-region.ts';
import { openWasmEngine } from '../support/wasm-engine.ts';
import { workbenchRows } from '../support/workbench-rows.ts';

const brushes: Brush[] = [
  { dimension: 'county', area: '42' },
  { dimension: 'municipality', area: '4001' },
  { dimension: 'population_class', area: 'under_2000' },
  { dimension: 'own_group', area: 'group' }
];
const view = fc
  .record({
    indicator: fc.constantFrom(...indicators.map(({ id }) => id)),
    measure: fc.nat(5),
    dimension: fc.constantFrom(...dimensions),
    columns: fc.option(fc.constantFrom(...dimensions)),
    rounds: fc.constantFrom(['r2'], ['r2', 'r1'], ['r2', 'r1', 'r0']),
    group: fc.subarray(['4001', '4003', '4009']),
    filter,
    brush: fc.option(fc.constantFrom(...brushes), { freq: 2 })
  })
  .map(({ measure, columns, ...choice }): Analysis => {
    const measures = measuresOf(indicatorOf(choice.indicator));
    return viewWith({
      ...choice,
      columns: columns === choice.dimension ? null : columns,
      measure: measures[measure % measures.length] ?? 'count'
    });
  });

it(
  'a view and the pictures beside it have the rows that each has alone, in both engines',
  { timeout: 120_000 },
  async () => {
    const wasm = await openWasmEngine([]);
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(dataSet, dataSet, dataSet),
        fc.array(view, { minLength: 3, maxLength: 3 }),
        async (sets, views) => {
          const tables = workbenchTables(
            workbenchRows(Object.fromEntries(sets.map((entries, index) => [`r${index}`, entries])))
          );
          const native = await openTables(tables);
          wasm.loadTables(tables);
          for (const analysis of views) {
            const alone = [];
            for (const one of [analysis, ...linkedViews(analysis)]) {
              alone.push(await readAnalysis((statement) => native.run(statement), one));
            }
            for (const run of [(asked: Statement) => native.run(asked), async (asked: Statement) => wasm.run(asked)]) {
              const { rows, beside } = await readLinked(run, analysis);
              const joint = [rows, ...beside].map(({ cells, series }) => ({ cells: cells.map(withoutLevel), series }));
              expect(joint).toEqual(alone);
            }
          }
          native.close();
        }
      ),
      { numRuns: 6, seed: 20_240_301 }
    );
  }
);

function withoutLevel(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'level'));
}
