import { createRequire } from 'node:module';
import type { Figure } from '#lib/domain/figure.ts';
import type { Statement } from '#lib/stats/cube.ts';
import { tableStream } from '#lib/server/arrow-stream.ts';
import type { EngineTable } from '#lib/stats/engine-table.ts';
import { figureColumns } from '#lib/stats/figure-table.ts';

type Blocking = typeof import('@duckdb/duckdb-wasm/blocking');

const require = createRequire(import.meta.url);
const dist = (file: string) => require.resolve(`@duckdb/duckdb-wasm/dist/${file}`);

/** The DuckDB-WASM build that the browser uses, in this process, with one data set loaded as the browser loads it. */
export async function openWasmEngine(figures: readonly Figure[]) {
  const duckdb = require(dist('duckdb-node-blocking.cjs')) as Blocking;
  const bundle = { mainModule: dist('duckdb-eh.wasm'), mainWorker: dist('duckdb-node-eh.worker.cjs') };
  const mvp = { mainModule: dist('duckdb-mvp.wasm'), mainWorker: dist('duckdb-node-mvp.worker.cjs') };
  const database = await duckdb.createDuckDB({ mvp, eh: bundle }, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate(() => undefined);
  const connection = database.connect();
  const loadTables = (tables: readonly EngineTable[]) => {
    for (const table of tables) {
      connection.query(`drop table if exists ${table.name}`);
      connection.insertArrowFromIPCStream(tableStream(table), { name: table.name, create: true });
    }
  };
  const load = (rows: readonly Figure[]) => loadTables([{ name: 'figure', columns: figureColumns, rows }]);
  if (figures.length > 0) load(figures);
  return {
    load,
    loadTables,
    run<Row>({ sql, params }: Statement): Row[] {
      const prepared = connection.prepare(sql);
      const rows = prepared.query(...params).toArray();
      prepared.close();
      return rows.map((row) => row.toJSON() as Row);
    },
    version: () => String(connection.query('select version() as version').toArray()[0]?.toJSON()['version'])
  };
}
