import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Coverage } from '#lib/domain/coverage.ts';
import { readAnswerTimes } from '#lib/server/answer-time.ts';
import { placesAt, readEntries } from '#lib/server/dataset.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { loadReference } from '#lib/server/reference.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { someAnswers } from '../support/answers.ts';
import { addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const places = placesAt(loadReference('data').geography, round.periodEnd);
let db: Store;
let adviser: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  await send('4204', day('2025-01-22'), { kind: 'whole', municipalities: ['4223'] });
  await send('4204', day('2025-02-11'), { kind: 'whole', municipalities: ['4223'] });
  await send('4201', day('2025-01-02'), { kind: 'not_answered_by', host: '4204' });
  await send('4201', day('2025-02-04'));
  await send('4202', day('2025-01-03'), { kind: 'answered_by', host: '4201' });
});
afterAll(() => db.close());

function send(municipalityNo: string, submittedAt: Date, coverage: Coverage | null = null) {
  const isAnswer = coverage === null || coverage.kind === 'whole';
  return db.transaction(respondentOf(municipalityNo), (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo, reasons: {}, submittedAt, submittedBy: 'Kari', channel: 'web', coverage },
      answers: isAnswer ? someAnswers : {}
    })
  );
}
const timesOf = (dataKind: typeof round.dataKind) =>
  db.transaction(adviser, async (tx) =>
    readAnswerTimes(tx, { ...round, dataKind }, await readEntries(tx, round.id, places))
  );

it('the first answer counts, a covered municipality has its host’s, and word of who answers is none', async () => {
  expect(await timesOf('reported')).toEqual([
    { municipalityNo: '4201', daysAfterDeadline: 3 },
    { municipalityNo: '4204', daysAfterDeadline: -10 },
    { municipalityNo: '4223', daysAfterDeadline: -10 }
  ]);
});

it('nobody knows when figures that were copied were given', async () => {
  expect(await timesOf('published')).toEqual([]);
});
