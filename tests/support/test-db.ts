import { PGlite } from '@electric-sql/pglite';
import { createHash, randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Store } from '#lib/server/db.ts';
import { migrate } from '#lib/server/migrate.ts';
import { pgliteStore } from '#lib/server/pglite.ts';
import { openPostgres } from '#lib/server/postgres.ts';
import { loadReference } from '#lib/server/reference.ts';
import { placeUnits } from '#lib/server/unit-within.ts';

const migrations = 'src/lib/server/migrations';
const cache = 'node_modules/.cache/regionspeil';
const madeFrom = [
  'node_modules/@electric-sql/pglite/package.json',
  'src/lib/domain/unit.ts',
  'data/municipalities.csv'
];

/** An empty migrated store: PGlite in memory, or a new database on the server of TEST_DATABASE_URL. */
export async function openTestDb(): Promise<Store> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? openNewDatabase(server) : pgliteStore(await PGlite.create({ loadDataDir: await migratedFiles() }));
}

async function openNewDatabase(server: string): Promise<Store> {
  const name = 'regionspeil_test_' + randomUUID().replaceAll('-', '');
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = name;
  const store = openPostgres(url.href);
  await migrate(store.owner);
  await placeUnits(store.owner, loadReference('data').geography);
  const drop = async () => {
    await store.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  let closing: Promise<void> | undefined;
  return { ...store, close: () => (closing ??= drop()) };
}

/** What PGlite loads to begin with an empty migrated store. */
export async function migratedFiles(): Promise<Blob> {
  const name = `test-db-${await migrationsHash()}.tar`;
  const file = path.join(cache, name);
  await mkdir(cache, { recursive: true });
  const kept = await readdir(cache);
  if (!kept.includes(name)) {
    await writeMigrated(file);
    await Promise.all(
      kept
        .filter((other) => /^test-db-\w+\.tar$/.test(other))
        .map((other) => rm(path.join(cache, other), { force: true }))
    );
  }
  return openAsBlob(file);
}

async function writeMigrated(file: string): Promise<void> {
  const engine = await PGlite.create();
  const store = pgliteStore(engine);
  await migrate(store.owner);
  await placeUnits(store.owner, loadReference('data').geography);
  const dump = await engine.dumpDataDir('none');
  await store.close();
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
  await rename(unfinished, file);
}

async function migrationsHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of madeFrom) hash.update(await readFile(file));
  for (const file of (await readdir(migrations)).sort()) hash.update(await readFile(path.join(migrations, file)));
  return hash.digest('hex').slice(0, 16);
}
