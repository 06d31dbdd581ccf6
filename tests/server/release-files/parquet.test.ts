import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parquetFiles } from '#lib/server/release-files/parquet.ts';
import { csvFiles } from '#lib/server/release-files/tables.ts';
import { leaked, releaseContent, releaseReadingOf } from '../../support/release-content.ts';

const reading = releaseReadingOf(releaseContent({ isFaulty: true }));
const directory = mkdtempSync(join(tmpdir(), 'regionspeil-parquet-'));
const file = (name: string) => `'${join(directory, name)}'`;
let duckdb: DuckDBConnection;

async function rows(sql: string) {
  return (await duckdb.runAndReadAll(sql)).getRowObjectsJson();
}

beforeAll(async () => {
  for (const { part, bytes } of await parquetFiles(reading)) writeFileSync(join(directory, `${part}.parquet`), bytes);
  for (const { part, bytes } of csvFiles(reading, 'plain')) writeFileSync(join(directory, `${part}.csv`), bytes);
  duckdb = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  duckdb.closeSync();
  rmSync(directory, { recursive: true });
});

describe('figures as Parquet', () => {
  it('have types, and null with a sign for what is not shown', async () => {
    const told = await rows(
      `select omraade, verdi, status, kommuner_svart from ${file('tall.parquet')}
       where indikator = 'cases_received' and maal = 'count'`
    );
    expect(told).toEqual([
      { omraade: 'sor', verdi: 71, status: null, kommuner_svart: 4 },
      { omraade: '40', verdi: null, status: ':', kommuner_svart: 4 },
      { omraade: '42', verdi: 33, status: null, kommuner_svart: 4 },
      { omraade: '39', verdi: null, status: '..', kommuner_svart: 0 }
    ]);
    expect(await rows(`select verdi from ${file('tall.parquet')} where kategori = 'planned' limit 1`)).toEqual([
      { verdi: 0 }
    ]);
  });

  it('have no statistics beyond the shown figures', async () => {
    const [statistics] = await rows(
      `select stats_min_value, stats_max_value, stats_null_count
       from parquet_metadata(${file('tall.parquet')})
       where path_in_schema = 'verdi'`
    );
    const [shown] = await rows(
      `select min(verdi) as least, max(verdi) as most, count(*) - count(verdi) as without
       from ${file('tall.parquet')}`
    );
    expect(Number(statistics?.['stats_min_value'])).toBe(shown?.['least']);
    expect(Number(statistics?.['stats_max_value'])).toBe(shown?.['most']);
    expect(shown?.['most']).toBeLessThan(leaked.low);
    expect(statistics?.['stats_null_count']).toBe(shown?.['without']);
  });

  it.each(['tall', 'kommuner', 'anslag'])('and as CSV are the same %s for DuckDB', async (name) => {
    const sql = (from: string) => `select * from ${from}`;
    const fromCsv = await rows(sql(`read_csv(${file(`${name}.csv`)}, header = true, all_varchar = true)`));
    const fromParquet = await rows(sql(file(`${name}.parquet`)));
    const told = (row: Record<string, unknown>) =>
      Object.values(row).map((value) => (value === null ? null : String(value).replace(/^'=/, '=')));
    expect(fromCsv.map(told)).toEqual(fromParquet.map(told));
  });
});
