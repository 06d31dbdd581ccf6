import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import type { Store } from '#lib/server/db.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { listVersions } from '#lib/server/report.ts';
import { readAnswers } from '#lib/server/version-answers.ts';
import { someAnswers } from '../support/answers.ts';
import { openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const changed: Answers = { ...someAnswers, cases_received: { status: 'reported', value: 9 } };
const kari = respondentOf('4204');

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
});
afterAll(() => db.close());

const send = (answers: Answers) =>
  db.transaction(kari, (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo: '4204', answers, reasons: {}, submittedBy: 'Kari', channel: 'web' },
      submittedAt: round.opensAt
    })
  );
const read = () => db.transaction(kari, async (tx) => readAnswers(tx, await listVersions(tx, round.id, '4204')));

it('gives the answers of each version in their order, also when some were read before', async () => {
  await send(someAnswers);
  expect(await read()).toEqual([someAnswers]);
  await send(changed);
  expect(await read()).toEqual([changed, someAnswers]);
  expect(await read()).toEqual([changed, someAnswers]);
});

it('does not take a version of the same number for another', async () => {
  await db.owner.query('delete from report');
  await send(changed);
  expect(await read()).toEqual([changed]);
});
