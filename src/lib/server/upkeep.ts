import type { Logger } from 'pino';
import { forgetHelpers } from './answer-helper.ts';
import type { Db, Tx } from './db.ts';
import { forgetViews } from './saved-view.ts';

const pauseMs = 3_600_000;

/** Deletes what is kept no longer, now and every hour, until what it returns is called. What fails is tried again. */
export function startUpkeep(db: Db, clock: () => Date, log: Pick<Logger, 'error'>): () => Promise<void> {
  const work = () =>
    db
      .transaction({ kind: 'system', task: 'upkeep' }, (tx) => forget(tx, clock()))
      .catch((error: unknown) => {
        log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'upkeep failed');
      });
  let working = work();
  const timer = setInterval(() => {
    working = working.then(work);
  }, pauseMs);
  return async () => {
    clearInterval(timer);
    await working;
  };
}

async function forget(tx: Tx, now: Date): Promise<void> {
  await forgetHelpers(tx, now);
  await forgetViews(tx, now);
}
