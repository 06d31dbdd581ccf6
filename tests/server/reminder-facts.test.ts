import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Coverage } from '#lib/domain/coverage.ts';
import { whyNotWritten } from '#lib/domain/reminder.ts';
import { ruleCoverage } from '#lib/server/coverage.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { listSilent } from '#lib/server/follow-up.ts';
import { readReminderFacts } from '#lib/server/reminder-facts.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { someAnswers } from '../support/answers.ts';
import { actAt, addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const monday = day('2025-01-06');
const [host, named, other] = ['4204', '4223', '4201'];
const whole: Coverage = { kind: 'whole', municipalities: [named] };

let db: Store;
let adviser: Actor & { personId: string };
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = (await addAdviser(db, 'Ragnhild', 'sor')) as typeof adviser;
});
beforeEach(async () => {
  await db.owner.query('truncate report, draft, message cascade');
  await db.owner.query(
    `update assignment set status = 'expected', covered_by = null, contact_email = municipality_no || '@kommune.example',
      cover_ruling = null, cover_ruling_host = null, cover_ruled_by = null, cover_ruled_at = null`
  );
});
afterAll(() => db.close());

const send = (municipalityNo: string, coverage: Coverage | null) =>
  db.transaction(respondentOf(municipalityNo), (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo, reasons: {}, submittedAt: monday, submittedBy: 'Kari', channel: 'web' },
      answers: coverage && 'host' in coverage ? {} : someAnswers,
      coverage
    })
  );
const rule = (ruling: { holds: 'own' } | { holds: 'host'; host: string }) =>
  db.transaction(adviser, async (tx) => {
    await actAt(tx, monday);
    await ruleCoverage(tx, { roundId: round.id, municipalityNo: named }, ruling, {
      ...{ by: adviser.personId, at: monday, hosts: [host] }
    });
  });

/** Whether a letter would be sent, asked of all at once and alone, and whether the call list has it. */
async function isWrittenTo(municipalityNo: string): Promise<boolean> {
  const asked = { roundId: round.id, planId: null };
  const { facts, alone, silent } = await db.transaction(adviser, async (tx) => ({
    facts: (await readReminderFacts(tx, asked)).find((one) => one.municipalityNo === municipalityNo),
    alone: (await readReminderFacts(tx, { ...asked, municipalityNo }))[0],
    silent: await listSilent(tx, round.id, '2025-01-06')
  }));
  expect(alone).toEqual(facts);
  if (!facts) throw new Error('not in the round: ' + municipalityNo);
  const isSilent = whyNotWritten(facts, { now: monday, isRoundOpen: true, recipient: null }) === null;
  expect(silent.some((one) => one.municipalityNo === municipalityNo)).toBe(isSilent);
  return isSilent;
}

it.each<Coverage>([whole, { kind: 'each', figures: { [named]: someAnswers } }])(
  'a municipality that a host names in its newest report gets no letter: %o',
  async (coverage) => {
    expect(await isWrittenTo(named)).toBe(true);
    await send(host, null);
    expect(await isWrittenTo(named)).toBe(true);
    await send(host, coverage);
    expect([await isWrittenTo(named), await isWrittenTo(host), await isWrittenTo(other)]).toEqual([false, false, true]);
  }
);

it('one whose host has taken it out again gets a letter', async () => {
  await send(host, whole);
  await send(host, { kind: 'whole', municipalities: [other] });
  expect([await isWrittenTo(named), await isWrittenTo(other)]).toEqual([true, false]);
});

it('one that has denied the host gets a letter', async () => {
  await send(host, whole);
  await send(named, { kind: 'not_answered_by', host });
  expect(await isWrittenTo(named)).toBe(true);
});

it('one whose own answer an adviser has decided for gets a letter until it has answered', async () => {
  await send(host, whole);
  await rule({ holds: 'own' });
  expect(await isWrittenTo(named)).toBe(true);
  await send(named, null);
  expect(await isWrittenTo(named)).toBe(false);
});

it('one that the list has under a host, gets a letter once it has denied that or an adviser has decided for its own', async () => {
  const under = `update assignment set status = 'covered_by_host', covered_by = $1 where municipality_no = $2`;
  await db.owner.query(under, [host, named]);
  expect(await isWrittenTo(named)).toBe(false);
  await send(named, { kind: 'not_answered_by', host });
  expect(await isWrittenTo(named)).toBe(true);
  await send(host, whole);
  await rule({ holds: 'host', host });
  expect(await isWrittenTo(named)).toBe(false);
  await rule({ holds: 'own' });
  expect(await isWrittenTo(named)).toBe(true);
});

it('one that names itself is not answered for by that', async () => {
  await send(host, { kind: 'whole', municipalities: [host] });
  await send(named, { kind: 'answered_by', host });
  expect([await isWrittenTo(other), await isWrittenTo(named)]).toEqual([true, false]);
});
