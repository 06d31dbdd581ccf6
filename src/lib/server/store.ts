import type { Geography } from '#lib/domain/geography.ts';
import type { Store } from './db.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { placeUnits } from './unit-within.ts';

type StoreOptions = { databaseUrl: string | undefined; directory: string | null };
type OwnedStoreOptions = StoreOptions & { ownerUrl: string | undefined };

/** PostgreSQL when there is a URL, else PGlite in `directory`; null keeps everything in memory. */
export async function openStore({ databaseUrl, directory }: StoreOptions): Promise<Store> {
  return databaseUrl ? openPostgres(databaseUrl) : openPglite(directory);
}

/**
 * A store with every migration and the units in their places. With `ownerUrl` that is done by its login, which is signed
 * out again, and the login of `databaseUrl` may not own the tables.
 */
export async function openReadyStore(options: OwnedStoreOptions, geography: Geography): Promise<Store> {
  const store = await openStore(options);
  try {
    if (options.ownerUrl) {
      await prepareAs(options.ownerUrl, geography);
      await refuseOwner(store);
    } else {
      await prepare(store, geography);
    }
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function prepare({ owner }: Store, geography: Geography): Promise<void> {
  await migrate(owner);
  await placeUnits(owner, geography);
}

async function prepareAs(ownerUrl: string, geography: Geography): Promise<void> {
  const owner = openPostgres(ownerUrl);
  try {
    await prepare(owner, geography);
  } finally {
    await owner.close();
  }
}

async function refuseOwner({ owner: pool }: Store): Promise<void> {
  const { rows } = await pool.query<{ owns: boolean }>(
    `select pg_has_role(relowner, 'member') as owns from pg_class where oid = 'public.audit'::regclass`
  );
  if (rows[0]?.owns) throw new Error('DATABASE_URL: its login owns the tables, or may act as who does');
}
