import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import type { FileColumn, FileTable, FileValue, ReleaseReading } from '#lib/domain/release-reading.ts';
import type { Written } from './format.ts';

const columnTypes: Record<FileColumn['type'], string> = { string: 'varchar', integer: 'integer', number: 'double' };

/** Each table as Parquet. A value that is not shown is null and was never anything else, so no statistics tell of it. */
export async function parquetFiles({ tables }: ReleaseReading): Promise<Written[]> {
  const directory = await mkdtemp(join(tmpdir(), 'regionspeil-'));
  try {
    const connection = await connect(directory);
    try {
      const files: Written[] = [];
      for (const table of tables) files.push(await parquetFile(connection, table, directory));
      return files;
    } finally {
      connection.closeSync();
    }
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** A DuckDB of its own that reaches this directory and nothing else; one thread, so that the order of rows is kept. */
async function connect(directory: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  await connection.run(`set allowed_directories = [${quoted(`${directory}/`)}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  return connection;
}

async function parquetFile(connection: DuckDBConnection, table: FileTable, directory: string): Promise<Written> {
  const { name, columns, rows } = table;
  const file = join(directory, `${name}.parquet`);
  await connection.run(
    `create table ${name} (${columns.map((one) => `${one.name} ${columnTypes[one.type]}`).join(', ')})`
  );
  const appender = await connection.createAppender(name);
  for (const row of rows) {
    columns.forEach(({ type }, index) => append(appender, row[index] ?? null, type));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`copy ${name} to ${quoted(file)} (format parquet, compression zstd)`);
  return { part: name, bytes: await readFile(file) };
}

function append(appender: DuckDBAppender, value: FileValue, type: FileColumn['type']): void {
  if (value === null) appender.appendNull();
  else if (type === 'string') appender.appendVarchar(String(value));
  else if (type === 'integer') appender.appendInteger(Number(value));
  else appender.appendDouble(Number(value));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
