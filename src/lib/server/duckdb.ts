import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Figure } from '#lib/domain/figure.ts';
import type { Statement } from '#lib/stats/cube.ts';
import { figureColumns, figureTable } from '#lib/stats/figure-table.ts';

/** A table of figures loaded in native DuckDB. Rows come back as plain objects; numbers are doubles. */
export interface Engine {
  run<Row>(statement: Statement): Promise<Row[]>;
  close(): void;
}

/** Loads figures into an in-memory DuckDB of their own. */
export async function openEngine(figures: readonly Figure[]): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', autoinstall_known_extensions: 'false' });
  const connection = await instance.connect();
  await connection.run(figureTable);
  await append(connection, figures);
  return {
    async run<Row>({ sql, params }: Statement): Promise<Row[]> {
      const reader = await connection.runAndReadAll(sql, params);
      return reader.getRowObjectsJS() as Row[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

async function append(connection: DuckDBConnection, figures: readonly Figure[]): Promise<void> {
  const appender = await connection.createAppender('figure');
  for (const figure of figures) {
    for (const column of figureColumns) {
      const value = figure[column.key];
      if (value === null) appender.appendNull();
      else if (column.type === 'varchar') appender.appendVarchar(String(value));
      else appender.appendDouble(Number(value));
    }
    appender.endRow();
  }
  appender.closeSync();
}
