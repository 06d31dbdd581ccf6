import type { Logger } from 'pino';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { forgetHelpers } from './answer-helper.ts';
import type { Db, Tx } from './db.ts';
import { settlePromises } from './promise-answer.ts';
import { forgetViews } from './saved-view.ts';

const pauseMs = 3_600_000;

type Kept = { db: Db; clock: () => Date; log: Pick<Logger, 'error'>; questionnaires: readonly Questionnaire[] };

/**
 * Deletes what is kept no longer, and reads promises out of settled answers, now and every hour, until what it returns is
 * called. What fails is tried again.
 */
export function startUpkeep({ db, clock, log, questionnaires }: Kept): () => Promise<void> {
  const work = () =>
    Promise.all([
      db.transaction({ kind: 'system', task: 'upkeep' }, (tx) => forget(tx, clock())),
      db.transaction({ kind: 'system', task: 'promises' }, (tx) => settlePromises(tx, questionnaires, clock()))
    ]).catch((error: unknown) => {
      log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'upkeep failed');
    });
  let working: Promise<unknown> = work();
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
