import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Figure } from '#lib/domain/figure.ts';
import type { Statement } from '#lib/stats/cube.ts';
import { createTable, type EngineTable } from '#lib/stats/engine-table.ts';
import { figureColumns } from '#lib/stats/figure-table.ts';

/** A data set in native DuckDB. Rows come back as plain objects; numbers are doubles. */
export interface Engine {
  run<Row>(statement: Statement): Promise<Row[]>;
  close(): void;
}

const settings = {
  threads: '2',
  memory_limit: '256MB',
  enable_external_access: 'false',
  autoload_known_extensions: 'false',
  autoinstall_known_extensions: 'false',
  lock_configuration: 'true'
};
let instance: Promise<DuckDBInstance> | null = null;

/** Loads the figures of one round as the table `figure`. */
export function openEngine(figures: readonly Figure[]): Promise<Engine> {
  return openTables([{ name: 'figure', columns: figureColumns, rows: figures }]);
}

/**
 * Loads tables into a connection of their own; all share one DuckDB without files or network. A connection runs one
 * statement at a time, so statements wait for each other, and closing waits for them.
 */
export async function openTables(tables: readonly EngineTable[]): Promise<Engine> {
  instance ??= startInstance();
  const connection = await (await instance).connect();
  try {
    for (const table of tables) {
      await connection.run(createTable(table));
      await append(connection, table);
    }
  } catch (error) {
    connection.closeSync();
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<Row>({ sql, params }: Statement): Promise<Row[]> {
      const rows = last.then(async () => (await connection.runAndReadAll(sql, params)).getRowObjectsJS() as Row[]);
      last = rows.then(
        () => undefined,
        () => undefined
      );
      return rows;
    },
    close() {
      void last.then(() => connection.closeSync());
    }
  };
}

/** Loaded by the first who asks it, as it takes a tenth of the time of a start. */
async function startInstance(): Promise<DuckDBInstance> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return DuckDBInstance.create(':memory:', settings);
}

async function append(connection: DuckDBConnection, { name, columns, rows }: EngineTable): Promise<void> {
  const appender = await connection.createAppender(name, 'main', 'temp');
  for (const row of rows) {
    for (const column of columns) {
      const value = row[column.key] ?? null;
      if (value === null) appender.appendNull();
      else if (column.type === 'varchar') appender.appendVarchar(String(value));
      else appender.appendDouble(Number(value));
    }
    appender.endRow();
  }
  appender.closeSync();
}
