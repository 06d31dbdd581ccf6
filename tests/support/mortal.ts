import type { Actor, Db, Tx } from '#lib/server/db.ts';

/** Where a process dies: before or after that many statements, commits and answers of others. */
export type Mortal = { db: Db; fetch: typeof fetch; hasDied: () => boolean };

/** A store and a network as a process sees them that dies at the moment of this number: after it nothing is done. */
export function mortal(store: Db, killAt: number): Mortal {
  let moments = 0;
  const hasDied = () => moments >= killAt;
  const moment = () => {
    if (hasDied()) throw new Error('dead');
    moments += 1;
    if (hasDied()) throw new Error('killed');
  };
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    moment();
    const done = await work();
    moment();
    return done;
  };
  const db: Db = {
    transaction: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
      alive(() =>
        store.transaction(actor, async (tx) => {
          const result = await work({
            query: <Row>(sql: string, params?: readonly unknown[]) => alive(() => tx.query<Row>(sql, params))
          });
          moment();
          return result;
        })
      ),
    from: () => db,
    close: async () => undefined
  };
  return { db, fetch: (...asked) => alive(() => fetch(...asked)), hasDied };
}
