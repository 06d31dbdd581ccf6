import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Statement } from '#lib/stats/cube.ts';

const longestStartMs = 60_000;

/**
 * The reader's own engine: the same statements as on the server, answered in a worker of the browser, one at a time. A
 * statement that was given up while it waited is not run.
 */
export type BrowserEngine = {
  run<Row>(statement: Statement, signal?: AbortSignal): Promise<Row[]>;
  close(): Promise<void>;
};

/** Starts DuckDB-WASM with tables by their name and address; everything comes from our own origin. */
export async function startEngine(tables: Readonly<Record<string, string>>): Promise<BrowserEngine> {
  const fetched = Promise.all(
    Object.entries(tables).map(async ([name, url]) => ({ name, bytes: await fetchBytes(url) }))
  );
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  try {
    const [data] = await Promise.all([fetched, inTime(database.instantiate(wasmUrl), longestStartMs)]);
    const connection = await database.connect();
    await connection.query('set autoinstall_known_extensions = false');
    await connection.query('set autoload_known_extensions = false');
    for (const { name, bytes } of data) await connection.insertArrowFromIPCStream(bytes, { name, create: true });
    await connection.query('set enable_external_access = false');
    await connection.query('set lock_configuration = true');
    return engineOf(database, connection);
  } catch (error) {
    await database.terminate();
    throw error;
  }
}

function engineOf(database: AsyncDuckDB, connection: AsyncDuckDBConnection): BrowserEngine {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<Row>({ sql, params }: Statement, signal?: AbortSignal): Promise<Row[]> {
      const rows = last.then(async () => {
        signal?.throwIfAborted();
        const prepared = await connection.prepare(sql);
        try {
          const table = await prepared.query(...params);
          return table.toArray().map((row) => row.toJSON() as Row);
        } finally {
          await prepared.close();
        }
      });
      last = rows.then(
        () => undefined,
        () => undefined
      );
      return rows;
    },
    close: () => database.terminate()
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
