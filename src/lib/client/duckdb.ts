import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Statement } from '#lib/stats/cube.ts';

const longestStartMs = 60_000;

/** The reader's own engine: the same statements as on the server, answered in a worker of the browser. */
export type BrowserEngine = { run<Row>(statement: Statement): Promise<Row[]> };

/** Starts DuckDB-WASM with one data set as the table `figure`; everything comes from our own origin. */
export async function startEngine(datasetUrl: string): Promise<BrowserEngine> {
  const dataset = fetchBytes(datasetUrl);
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await inTime(database.instantiate(wasmUrl), longestStartMs);
  const connection = await database.connect();
  await connection.query('set autoinstall_known_extensions = false');
  await connection.query('set autoload_known_extensions = false');
  await connection.insertArrowFromIPCStream(await dataset, { name: 'figure', create: true });
  return {
    async run<Row>({ sql, params }: Statement): Promise<Row[]> {
      const prepared = await connection.prepare(sql);
      try {
        const table = await prepared.query(...params);
        return table.toArray().map((row) => row.toJSON() as Row);
      } finally {
        await prepared.close();
      }
    }
  };
}

/** The worker never answers when its WebAssembly cannot be fetched; waiting for it has to end somewhere. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the engine did not start')), ms);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`data set answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
