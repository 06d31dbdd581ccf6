import type { Store } from './db.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

type StoreOptions = { databaseUrl: string | undefined; directory: string | null };

/** PostgreSQL when there is a URL, else PGlite in `directory`; null keeps everything in memory. */
export async function openStore({ databaseUrl, directory }: StoreOptions): Promise<Store> {
  return databaseUrl ? openPostgres(databaseUrl) : openPglite(directory);
}
