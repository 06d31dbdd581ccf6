import { readdir } from 'node:fs/promises';
import { parse, resolve } from 'node:path';
import type pg from 'pg';

const lockKey = 5_160_211;
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * Runs the migrations that the store lacks, all or none, one replica at a time.
 * Resolves to the names of those it ran. The directory is found from the project's root, where the built server starts.
 */
export async function migrate(owner: pg.Pool, directory = resolve('src/lib/server/migrations')): Promise<string[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql'));
  const applied = await appliedNames(owner);
  if (files.every((file) => applied.has(parse(file).name))) return [];
  return runUnderLock(owner, directory);
}

async function appliedNames(owner: pg.Pool): Promise<Set<string>> {
  const { rows: tables } = await owner.query<{ found: boolean }>(
    `select to_regclass('public.migration') is not null as found`
  );
  if (!tables[0]?.found) return new Set();
  const { rows } = await owner.query<{ name: string }>('select name from migration');
  return new Set(rows.map(({ name }) => name));
}

async function runUnderLock(owner: pg.Pool, directory: string): Promise<string[]> {
  const { runner } = await import('node-pg-migrate');
  const client = await owner.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const ran = await runner({
      dbClient: client,
      dir: directory,
      direction: 'up',
      migrationsTable: 'migration',
      singleTransaction: true,
      noLock: true,
      logger: quiet
    });
    return ran.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    await client.query('reset statement_timeout');
    client.release();
  }
}
