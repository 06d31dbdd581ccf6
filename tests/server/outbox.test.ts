import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { keepContact, listContacts } from '#lib/server/contact.ts';
import { smtpSender } from '#lib/server/mailer.ts';
import { addStep, changeStep, findStep, listSteps, sendStep } from '#lib/server/mail-plan.ts';
import { listLetters, queueMessage, type Send } from '#lib/server/message.ts';
import { deliverNext, lettersPerMinute } from '#lib/server/outbox.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { addAdviser, day, openRounds, round } from '../support/rounds.ts';
import { startMailServer, type Mood, type TestMailServer } from '../support/smtp.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const start = day('2025-01-10');
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const noSend: Send = () => Promise.reject(new Error('nothing is to be sent'));
const accept: Send = () => Promise.resolve();

let db: Store;
let adviser: Actor;
let smtp: TestMailServer;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
});
beforeEach(async () => {
  smtp = await startMailServer();
});
afterEach(async () => {
  await smtp.close();
  for (const table of ['message', 'mail_plan', 'report', 'contact']) await db.owner.query(`delete from ${table}`);
  await db.owner.query(`update assignment set status = 'expected', covered_by = null, contact_email = null`);
});
afterAll(() => db.close());

/** Gives municipalities addresses at the mail server, and sends a step to all that have one. */
async function write(addresses: Record<string, string>, at = start): Promise<string> {
  for (const [municipalityNo, email] of Object.entries(addresses)) {
    await db.owner.query(`update assignment set contact_email = $2 where municipality_no = $1`, [
      municipalityNo,
      email
    ]);
    await db.transaction(system, (tx) => keepContact(tx, municipalityNo, { name: 'Kari', email }, at));
  }
  return db.transaction(adviser, async (tx) => {
    const stepId = await addStep(tx, round, { kind: 'reminder', plannedOn: '2025-01-10' }, at);
    await sendStep(
      tx,
      { round, stepId, chosen: null, letterTo: (no) => ({ subject: 'Svar', body: `Lenke ${no}` }) },
      at
    );
    return stepId;
  });
}

/** Lets so many senders work at once, hour by hour, until nothing is queued. */
async function deliverAll(senders: number): Promise<void> {
  const send = smtpSender(smtp.url, 'Regionspeil <post@regionspeil.example>');
  for (let hour = 0; hour < 12; hour += 1) {
    const work = async () => {
      while (await deliverNext(db, send, minutesLater(hour * 60)));
    };
    await Promise.all(Array.from({ length: senders }, work));
  }
}

const letters = (municipalityNo: string) => db.transaction(adviser, (tx) => listLetters(tx, round.id, municipalityNo));
const statusOf = async (municipalityNo: string) => (await letters(municipalityNo))[0]?.status;
const historyOf = async (municipalityNo: string) =>
  (await letters(municipalityNo))[0]?.events.map(({ status, code }) => [status, code].filter(Boolean).join(' '));
const answer = (municipalityNo: string) =>
  db.transaction(system, (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo, answers: {}, reasons: {}, submittedAt: start },
      ...{ submittedBy: 'Test', channel: 'import' }
    })
  );

describe('over a real mail server', () => {
  const moods: Mood[] = ['ok', 'gone', 'spam', 'busy', 'slow', 'drops-during', 'drops-after'];
  const numbers = ['4201', '4202', '4203', '4204', '4205', '4206', '4207'];

  it('two senders at once deliver each letter once, also when it is refused for a while or the line drops', async () => {
    const stepId = await write(Object.fromEntries(numbers.map((no, i) => [no, `${moods[i]}@kommune.example`])));
    await deliverAll(2);
    const count = (mood: Mood) => smtp.received.filter(({ recipient }) => recipient.startsWith(`${mood}@`)).length;
    expect(moods.map((mood) => [mood, count(mood)])).toEqual([
      ['ok', 1],
      ['gone', 0],
      ['spam', 0],
      ['busy', 1],
      ['slow', 1],
      ['drops-during', 1],
      ['drops-after', 2]
    ]);
    const twice = smtp.received.filter(({ recipient }) => recipient.startsWith('drops-after@'));
    expect(new Set(twice.map(({ messageId }) => messageId)).size).toBe(1);
    expect(twice[0]?.messageId).toMatch(/^<[0-9a-f-]{36}@regionspeil\.example>$/);
    expect(await Promise.all(numbers.map(historyOf))).toEqual([
      ['sent'],
      ['bounced 550 5.1.1'],
      ['failed 554 5.7.1'],
      ['deferred 451 4.7.1', 'sent'],
      ['sent'],
      ['deferred ECONNECTION', 'sent'],
      ['deferred ECONNECTION', 'sent']
    ]);
    const step = await db.transaction(adviser, (tx) => findStep(tx, { roundId: round.id, id: stepId }));
    expect(step?.status).toBe('sent');
  });

  it('an address that is refused for good is marked, and the next step does not write to it', async () => {
    await write({ '4204': 'gone@kommune.example', '4205': 'spam@kommune.example' });
    await deliverAll(1);
    const [gone] = await db.transaction(adviser, (tx) => listContacts(tx, '4204'));
    expect(gone).toMatchObject({ bounceReason: '550 5.1.1' });
    const [spam] = await db.transaction(adviser, (tx) => listContacts(tx, '4205'));
    expect(spam).toMatchObject({ bouncedAt: null });
    await write({ '4201': 'ok@kommune.example' }, minutesLater(60 * 24 * 5));
    expect((await letters('4204')).length).toBe(1);
  });
});

describe('a letter that is queued', () => {
  it('is dropped when the municipality answers before it leaves', async () => {
    await write({ '4204': 'ok@kommune.example' });
    await answer('4204');
    expect(await deliverNext(db, noSend, start)).toBe(true);
    expect(await historyOf('4204')).toEqual(['dropped answered']);
    expect(await deliverNext(db, noSend, start)).toBe(false);
  });

  it('is dropped when another contact has taken over', async () => {
    await write({ '4204': 'ok@kommune.example' });
    await db.owner.query(`update assignment set contact_email = 'ny@kommune.example' where municipality_no = '4204'`);
    await deliverNext(db, noSend, start);
    expect(await historyOf('4204')).toEqual(['dropped replaced']);
  });

  it('waits while its step is paused, and leaves when it goes on', async () => {
    const id = await write({ '4204': 'ok@kommune.example' });
    const change = (event: 'pause' | 'resume') =>
      db.transaction(adviser, (tx) => changeStep(tx, round, { id, event }, start));
    await change('pause');
    expect(await deliverNext(db, noSend, start)).toBe(false);
    await change('resume');
    expect(await deliverNext(db, accept, start)).toBe(true);
    expect(await statusOf('4204')).toBe('sent');
  });

  it('goes nowhere when its step is cancelled, and keeps no copy of what it said', async () => {
    const id = await write({ '4204': 'ok@kommune.example' });
    await db.transaction(adviser, (tx) => changeStep(tx, round, { id, event: 'cancel' }, start));
    expect(await deliverNext(db, noSend, start)).toBe(false);
    expect(await historyOf('4204')).toEqual(['dropped cancelled']);
    const { rows } = await db.owner.query('select body from message');
    expect(rows).toEqual([{ body: null }]);
  });

  it('lets other mail go first, and is counted by the minute', async () => {
    await write({ '4204': 'ok@kommune.example' });
    const step = await db.transaction(adviser, (tx) => listSteps(tx, round.id));
    for (let n = 0; n < lettersPerMinute; n += 1) {
      await db.owner.query(
        `insert into message (id, recipient, subject, status, created_at, due_at, claimed_at, round_id, municipality_no,
          plan_id)
        values (gen_random_uuid(), 'x@example.no', 'x', 'sent', $1, $1, $1, $2, '4201', $3)`,
        [start, round.id, step[0]?.id]
      );
    }
    expect(await deliverNext(db, noSend, start)).toBe(false);
    const mail = { recipient: 'r@example.no', subject: 'Lenke', body: 'Logg inn' };
    await db.transaction(system, (tx) => queueMessage(tx, mail, start));
    const sent: string[] = [];
    const note: Send = async ({ recipient }) => void sent.push(recipient);
    expect(await deliverNext(db, note, start)).toBe(true);
    expect(await deliverNext(db, note, minutesLater(1))).toBe(true);
    expect(sent).toEqual(['r@example.no', 'ok@kommune.example']);
  });
});
