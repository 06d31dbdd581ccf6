import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/db.ts';
import { openPostgres } from '#lib/server/postgres.ts';
import { openTestDb } from '../support/test-db.ts';

const server = process.env.TEST_DATABASE_URL;
const system: Actor = { kind: 'system', task: 'test' };

it('a database that does not answer is a store that is unavailable', async () => {
  const store = openPostgres('postgres://nobody@127.0.0.1:1/none');
  await expect(store.transaction(system, async () => 1)).rejects.toMatchObject({
    status: 503,
    code: 'store-unavailable',
    cause: { code: 'ECONNREFUSED' }
  });
  await store.close();
});

it('a database that does not offer TLS is refused when the address asks for it', async () => {
  const store = openPostgres((server ?? 'postgres://nobody@127.0.0.1:1/none') + '?sslmode=verify-full');
  await expect(store.transaction(system, async () => 1)).rejects.toMatchObject({ code: 'store-unavailable' });
  await store.close();
});

describe.runIf(server)('a running PostgreSQL', () => {
  it('serves several transactions at the same time', async () => {
    const db = await openTestDb();
    let arrived = 0;
    let everyoneArrived = () => {};
    const all = new Promise<void>((done) => {
      everyoneArrived = done;
    });
    const pids = await Promise.all(
      [1, 2, 3].map(() =>
        db.transaction(system, async (tx) => {
          if ((arrived += 1) === 3) everyoneArrived();
          await all;
          return tx.query<{ pid: number }>('select pg_backend_pid() as pid');
        })
      )
    );
    expect(new Set(pids.flat().map(({ pid }) => pid)).size).toBe(3);
    await db.close();
  });

  it('that ends its connections is used again by the next transaction', async () => {
    const db = await openTestDb();
    const [row] = await db.transaction(system, (tx) => tx.query<{ pid: number }>('select pg_backend_pid() as pid'));
    const other = new pg.Client({ connectionString: server });
    await other.connect();
    const lost = new Promise((done) => db.owner.once('error', done));
    await other.query('select pg_terminate_backend($1)', [row?.pid]);
    await lost;
    await other.end();
    expect(await db.transaction(system, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
    await db.close();
  });

  it('that ends a connection in a transaction lets it fail, and the next one succeed', async () => {
    const db = await openTestDb();
    const work = db.transaction(system, (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())'));
    await expect(work).rejects.toThrow();
    expect(await db.transaction(system, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
    await db.close();
  });

  it('limits the time of a statement', async () => {
    const db = await openTestDb();
    const { rows } = await db.owner.query(`select current_setting('statement_timeout') as limit`);
    expect(rows).toEqual([{ limit: '30s' }]);
    await db.close();
  });
});
