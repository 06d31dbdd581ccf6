import { PGlite } from '@electric-sql/pglite';
import { createHash, randomUUID } from 'node:crypto';
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

const prepared = new Map<string, Promise<Blob>>();

/** A store as `fill` makes it of an empty one. On PGlite each worker fills one by that name, and copies it from then on. */
export async function openFilledDb(name: string, fill: (db: Store) => Promise<unknown>): Promise<Store> {
  if (process.env.TEST_DATABASE_URL) {
    const db = await openTestDb();
    await fill(db);
    return db;
  }
  const files = prepared.get(name) ?? filledFiles(fill);
  prepared.set(name, files);
  return pgliteStore(await PGlite.create({ loadDataDir: await files }));
}

async function filledFiles(fill: (db: Store) => Promise<unknown>): Promise<Blob> {
  const engine = await PGlite.create({ loadDataDir: await migratedFiles() });
  const store = pgliteStore(engine);
  await fill(store);
  const files = await engine.dumpDataDir('none');
  await store.close();
  return files;
}

async function openNewDatabase(server: string): Promise<Store> {
  const name = 'regionspeil_test_' + randomUUID().replaceAll('-', '');
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const migrated = await migratedDatabase(admin, server);
  await admin.query(`create database ${name} template ${migrated}`);
  // A copy has everything but the rights to the database itself.
  await admin.query(
    'update pg_database set datacl = (select datacl from pg_database where datname = $1) where datname = $2',
    [migrated, name]
  );
  const store = openPostgres(addressOf(server, name));
  const drop = async () => {
    await store.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  let closing: Promise<void> | undefined;
  return { ...store, close: () => (closing ??= drop()) };
}

/** The name of the empty migrated database that new ones are copied from; the first who asks makes it, others wait. */
async function migratedDatabase(admin: pg.Client, server: string): Promise<string> {
  const name = `regionspeil_migrated_${await migrationsHash()}`;
  await admin.query('select pg_advisory_lock(1)');
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    const unfinished = `${name}_unfinished`;
    await admin.query(`drop database if exists ${unfinished}`);
    await admin.query(`create database ${unfinished} template template0`);
    const store = openPostgres(addressOf(server, unfinished));
    await prepare(store);
    await store.close();
    await admin.query(`alter database ${unfinished} rename to ${name}`);
  }
  await admin.query('select pg_advisory_unlock(1)');
  return name;
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = database;
  return url.href;
}

async function prepare({ owner }: Store): Promise<void> {
  await migrate(owner);
  await placeUnits(owner, loadReference('data').geography);
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
  // Read at once: another worker may put its own copy there, and a file that is opened later would be another one.
  return new Blob([await readFile(file)]);
}

async function writeMigrated(file: string): Promise<void> {
  const engine = await PGlite.create();
  const store = pgliteStore(engine);
  await prepare(store);
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
