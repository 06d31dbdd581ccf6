import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import { readRoundBackground } from '#lib/server/background.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { readQuality } from '#lib/server/quality.ts';
import { loadReference } from '#lib/server/reference.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { readKnown } from '../../src/routes/svar/[token]/known.ts';
import { someAnswers } from '../support/answers.ts';
import { addAdviser, day, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const clock = () => day('2025-01-10');
const reference = loadReference('data');
const changed: Answers = { ...someAnswers, cases_received: { status: 'reported', value: 9 } };

let db: Store;
let adviser: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round, { ...earlierRound, dataKind: 'synthetic' }]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  for (const municipalityNo of ['4201', '4202', '4203', '4204', '4205', '4206']) {
    await send(municipalityNo, earlierRound.id, changed, earlierRound.opensAt);
  }
  await send('4204', round.id, someAnswers, round.opensAt);
  await send('4207', round.id, someAnswers, round.opensAt);
});
afterAll(() => db.close());

const send = (municipalityNo: string, roundId: string, answers: Answers, submittedAt: Date) =>
  db.transaction(respondentOf(municipalityNo, roundId), (tx) =>
    submitReport(tx, {
      ...{ roundId, municipalityNo, answers, reasons: {}, submittedBy: 'Kari', channel: 'web', submittedAt }
    })
  );
const sourceAt = (now: () => Date) => ({
  db,
  clock: now,
  reference,
  statistics: new Statistics(db, reference.geography, now)
});

it('is the same for the municipality’s form and the advisers’ table, with the public rates of the last frozen round', async () => {
  const source = sourceAt(clock);
  const known = await readRoundBackground(source, round);
  expect(known.rates['cases_received']).toBeGreaterThan(0);
  const table = await db.transaction(adviser, (tx) => readQuality(tx, round, known));
  for (const municipalityNo of ['4204', '4207']) {
    const { backgrounds } = await readKnown(source, { actor: respondentOf(municipalityNo), round, municipalityNo });
    expect(backgrounds.own?.exposure).toBeGreaterThan(0);
    expect(table.find((one) => one.municipalityNo === municipalityNo)?.background).toEqual(backgrounds.own);
  }
});

it('has no rates while the round before is not frozen', async () => {
  const source = sourceAt(() => day('2024-06-01'));
  expect((await readRoundBackground(source, round)).rates).toEqual({});
});
