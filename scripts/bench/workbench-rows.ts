import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { tableStream } from '#lib/server/arrow-stream.ts';
import { comparisonQuery } from '#lib/stats/comparison.ts';
import { workbenchColumns } from '#lib/stats/place-table.ts';
import { median } from './quantile.js';

/**
 * Makes the workbench's table of figures of many rows from the data set in a folder: `ROWS.arrow`, `ROWS.duckdb` and
 * `ROWS-cube.arrow`, the same rows summed to one for each municipality, indicator and category. Prints what native DuckDB
 * took, and the statement that the workbench asks, as JSON. Beyond a million rows only the cube is written.
 */
const runs = 5;
const mostRowsToBrowser = 1_000_000;
const [folder = '', round = '', ...sizes] = process.argv.slice(2);
const { figure: figureColumns, place: placeColumns } = workbenchColumns;
type Row = Record<string, string | number | null>;
const base = { figure: readRows('figure'), place: readRows('place') };
const counties = [...new Set(base.place.map((row) => String(row.county_no)))];
const statements = [null, ...counties].map((county) =>
  comparisonQuery({
    indicators: ['cases_received'],
    ...{ dimension: 'county', columns: null, rounds: [round], group: [] },
    filter: { county, populationClass: null, organisedUnder: null }
  })
);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const sized = [];
for (const size of sizes.map(Number)) sized.push(await make(size));
process.stdout.write(JSON.stringify({ statements, sized }));

function readRows(name: string): Row[] {
  const table = tableFromIPC(readFileSync(path.join(folder, `${name}.arrow`)));
  return table.toArray().map((row) => row.toJSON() as Row);
}

async function make(size: number) {
  const connection = await instance.connect();
  await fill(connection, size);
  const asked: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const { sql, params } of statements) {
      const start = performance.now();
      await connection.runAndReadAll(sql, params);
      asked.push(performance.now() - start);
    }
  }
  const start = performance.now();
  const cube = (await connection.runAndReadAll(cubeQuery())).getRowObjectsJS() as Row[];
  const summed = performance.now() - start;
  write(`${size}-cube`, cube);
  if (size <= mostRowsToBrowser) {
    write(
      String(size),
      Array.from({ length: size }, (_, index) => base.figure[index % base.figure.length] ?? {})
    );
    await connection.run(`attach '${path.join(folder, `${size}.duckdb`)}' as file (storage_version 'v1.0.0')`);
    await connection.run('create table file.figure as from figure');
    await connection.run('create table file.place as from place');
    await connection.run('detach file');
  }
  await connection.run('drop table figure');
  await connection.run('drop table place');
  connection.closeSync();
  return { size, cells: cube.length, native: median(asked), summed };
}

/** The rows of the base over and over; every one of them counts in the round that is shown. */
async function fill(connection: DuckDBConnection, size: number): Promise<void> {
  await append(connection, 'base', figureColumns, base.figure);
  await append(connection, 'place', placeColumns, base.place);
  const times = Math.ceil(size / base.figure.length);
  await connection.run(`create table figure as select base.* from range(${times}), base limit ${size}`);
  await connection.run('drop table base');
}

type Columns = readonly { name: string; type: string }[];

async function append(connection: DuckDBConnection, name: string, columns: Columns, rows: Row[]): Promise<void> {
  await connection.run(`create table ${name} (${columns.map((column) => `${column.name} ${column.type}`).join(', ')})`);
  const appender = await connection.createAppender(name);
  for (const row of rows) {
    for (const column of columns) {
      const value = row[column.name] ?? null;
      if (value === null) appender.appendNull();
      else if (column.type === 'varchar') appender.appendVarchar(String(value));
      else appender.appendDouble(Number(value));
    }
    appender.endRow();
  }
  appender.closeSync();
}

function cubeQuery(): string {
  const added = ['value', 'numerator', 'denominator', 'expected', 'reported', 'population', 'population_reported'];
  const fields = figureColumns.map(({ name }) => (added.includes(name) ? `sum(${name})::double as ${name}` : name));
  return `select ${fields.join(', ')} from figure group by all`;
}

function write(name: string, rows: Row[]): void {
  const columns = figureColumns.map(({ name: key, type }) => ({ key, name: key, type }));
  writeFileSync(path.join(folder, `${name}.arrow`), tableStream({ columns, rows }));
}
