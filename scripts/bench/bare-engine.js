import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

/** @typedef {{ sql: string, params: string[] }} Statement */

/** Runs in a page of its own: DuckDB-WASM with nothing of ours about it. */
Object.assign(globalThis, { measureBare });

/**
 * Milliseconds to load a table of figures with a started engine, and of each statement after one round to warm up.
 * @param {{ figure: string, place: string, statements: Statement[], runs: number }} asked addresses; a file ends in .duckdb
 */
async function measureBare({ figure, place, statements, runs }) {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await database.instantiate(wasmUrl);
  const connection = await database.connect();
  await connection.query('select 1');
  const started = performance.now();
  if (figure.endsWith('.duckdb')) {
    await database.registerFileBuffer('figures.duckdb', await bytesOf(figure));
    await connection.query(`attach 'figures.duckdb' as file (read_only)`);
    await connection.query('use file');
  } else {
    await connection.insertArrowFromIPCStream(await bytesOf(figure), { name: 'figure', create: true });
    await connection.insertArrowFromIPCStream(await bytesOf(place), { name: 'place', create: true });
  }
  await ask(connection, statements[0]);
  const load = performance.now() - started;
  const times = [];
  for (let run = -1; run < runs; run += 1) {
    for (const statement of statements) {
      const start = performance.now();
      await ask(connection, statement);
      if (run >= 0) times.push(performance.now() - start);
    }
  }
  await connection.close();
  await database.terminate();
  return { load, times };
}

/**
 * @param {import('@duckdb/duckdb-wasm').AsyncDuckDBConnection} connection
 * @param {Statement | undefined} statement
 */
async function ask(connection, statement) {
  if (!statement) throw new Error('nothing to ask');
  const prepared = await connection.prepare(statement.sql);
  const table = await prepared.query(...statement.params);
  await prepared.close();
  return table.toArray();
}

/** @param {string} address */
async function bytesOf(address) {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}
