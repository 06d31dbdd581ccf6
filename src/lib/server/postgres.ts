import pg from 'pg';
import { poolDb, valueTypes, type Store } from './db.ts';

/** PostgreSQL, or what speaks its protocol; TLS as the URL's `sslmode` says. */
export function openPostgres(databaseUrl: string): Store {
  const owner = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'regionspeil',
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    types: valueTypes
  });
  // The pool replaces an idle connection that the server dropped; without a listener the process would end.
  owner.on('error', () => undefined);
  return { ...poolDb(owner), owner };
}
