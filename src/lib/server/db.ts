import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { Scope } from '#lib/domain/access.ts';
import { Problem } from './problem.ts';

export type Actor =
  | { kind: 'public' }
  | { kind: 'respondent'; roundId: string; municipalityNo: string; personId?: string; scope?: Scope; helperId?: string }
  | { kind: 'person'; personId: string; scope?: Scope }
  | { kind: 'system'; task: string };

export interface Tx {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

export interface Db {
  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same store for requests that come from an address, which the audit then tells. */
  from(origin: string): Db;
  close(): Promise<void>;
}

/** `owner` bypasses row-level security, unless its login owns no tables: for migrations, backup and tests only. */
export type Store = Db & { owner: pg.Pool };

type Extent = { open: boolean };

const textParsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, String]
]);

/** Reads bigint as number and date as 'yyyy-mm-dd', the same on both engines. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => textParsers.get(oid) ?? pg.types.getTypeParser(oid, format)
};

/** Transactions on a pool, each as `regionspeil_app` with the actor in its settings. */
export function poolDb(pool: pg.Pool, onClose?: () => Promise<void>): Db {
  const extents = new AsyncLocalStorage<Extent>();
  let closing: Promise<void> | undefined;

  async function transaction<T>(actor: Actor, origin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (extents.getStore()?.open) throw new Error('a transaction was started inside a transaction');
    const client = await connect(pool);
    const extent = { open: true };
    try {
      await begin(client, actor, origin);
      const result = await extents.run(extent, () => work(scopedTx(client, extent)));
      extent.open = false;
      await commit(client);
      client.release();
      return result;
    } catch (error) {
      extent.open = false;
      await rollback(client);
      throw toProblem(error);
    }
  }

  async function shut(): Promise<void> {
    await pool.end();
    await onClose?.();
  }

  const from = (origin: string): Db => ({
    transaction: (actor, work) => transaction(actor, origin, work),
    from,
    close: () => (closing ??= shut())
  });
  return from('');
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw Problem.storeUnavailable(cause);
  }
}

/** One round trip: several statements take no parameters, so the values are quoted by the driver. */
async function begin(client: pg.PoolClient, actor: Actor, origin: string): Promise<void> {
  const given: {
    kind: string;
    personId?: string;
    scope?: Scope;
    roundId?: string;
    municipalityNo?: string;
    task?: string;
    helperId?: string;
  } = actor;
  const settings = {
    role: 'regionspeil_app',
    'app.actor_kind': given.kind,
    'app.person_id': given.personId ?? '',
    'app.scope': given.scope ?? '',
    'app.origin': origin,
    'app.round_id': given.roundId ?? '',
    'app.municipality_no': given.municipalityNo ?? '',
    'app.helper_id': given.helperId ?? '',
    'app.task': given.task ?? ''
  };
  const assignments = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`
  );
  await client.query(`begin; select ${assignments.join(', ')}`);
}

function scopedTx(client: pg.PoolClient, extent: Extent): Tx {
  return {
    async query<Row>(sql: string, params: readonly unknown[] = []) {
      if (!extent.open) throw new Error('the transaction is over: ' + sql);
      const result = await client.query({ text: sql, values: [...params] });
      return result.rows as Row[];
    }
  };
}

async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back: one of its statements had failed');
}

async function rollback(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

function toProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem || !('code' in error)) return error;
  const options = { cause: error, ...('constraint' in error && { detail: { constraint: String(error.constraint) } }) };
  switch (error.code) {
    case '23505':
      return Problem.conflict('already-exists', options);
    case '23503':
      return Problem.conflict('broken-reference', options);
    case '23514':
      return Problem.ruleBroken(options);
    case '22021':
      return Problem.unreadable(error);
    case '42501':
      return Problem.notFound({ cause: error });
    case '40001':
    case '40P01':
      return Problem.conflict('try-again', { cause: error });
    default:
      return error;
  }
}
