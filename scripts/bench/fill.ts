import { startSession } from '#lib/server/session.ts';
import { openStore } from '#lib/server/store.ts';
import { adviserEmail, answered, fillStore } from './filled-store.ts';

/**
 * Fills the store of STORE_DIR with 40 rounds of 60 questions that 357 municipalities have answered; prints the newest
 * one and a session of an adviser of it as JSON.
 */
const store = await openStore({ databaseUrl: undefined, directory: process.env.STORE_DIR ?? '' });
try {
  await fillStore(store);
  const session = await store.transaction({ kind: 'system', task: 'bench' }, async (tx) => {
    const [person] = await tx.query<{ id: string }>(`select id from person where email = $1`, [adviserEmail]);
    return startSession(tx, person?.id ?? '', { method: 'demonstration' }, new Date());
  });
  process.stdout.write(JSON.stringify({ round: answered.id, session }));
} finally {
  await store.close();
}
