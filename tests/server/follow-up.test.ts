import { afterAll, beforeAll, expect, it } from 'vitest';
import { replaceContact } from '#lib/server/assignment.ts';
import { changeContactDetails, markBounced } from '#lib/server/contact.ts';
import { addNote } from '#lib/server/contact-note.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { listRecipients, listSilent, recordCallListExport } from '#lib/server/follow-up.ts';
import { listTemplates, removeTemplate, saveTemplate } from '#lib/server/letter-template.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { audited } from '../support/people.ts';
import { addAdviser, day, openRounds, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = day('2025-01-10');
const place = { roundId: round.id, municipalityNo: '4223' };

let db: Store;
let adviser: Extract<Actor, { kind: 'person' }>;
let stranger: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = (await addAdviser(db, 'Ragnhild', 'sor')) as typeof adviser;
  stranger = await addAdviser(db, 'Vidar', 'vest-bergen');
});
afterAll(() => db.close());

it('the silent are listed with whom to reach, what came back and what was promised', async () => {
  const contact = { name: 'Kari', email: 'kari@vennesla.example' };
  const details = { phone: '38 13 72 00', language: 'nn' as const, mailbox: 'post@vennesla.example' };
  const note = { text: 'Lovet fredag', outcome: 'promised', nextDate: null, promisedFor: '2025-01-17' } as const;
  await db.transaction(adviser, async (tx) => {
    await replaceContact(tx, place, contact, { secret, at });
    await changeContactDetails(tx, '4223', details, at);
    await markBounced(tx, { municipalityNo: '4223', email: contact.email, reason: '550 5.1.1' }, at);
    await addNote(tx, place, { ...note, writtenBy: adviser.personId }, at);
  });
  const report = { roundId: round.id, municipalityNo: '4204', answers: {}, reasons: {}, submittedAt: at };
  await db.transaction(system, (tx) => submitReport(tx, { ...report, submittedBy: 'Test', channel: 'import' }));
  const silent = await db.transaction(adviser, (tx) => listSilent(tx, round.id, '2025-01-18'));
  expect(silent).toHaveLength(24);
  expect(silent.map(({ municipalityNo }) => municipalityNo)).not.toContain('4204');
  expect(silent.find(({ municipalityNo }) => municipalityNo === '4223')).toMatchObject({
    ...{ contactName: 'Kari', email: contact.email, phone: details.phone, mailbox: details.mailbox },
    ...{ bounceReason: '550 5.1.1', state: 'broken_promise', latest: note, lastLetter: null }
  });
  expect(await db.transaction(stranger, (tx) => listSilent(tx, round.id, '2025-01-18'))).toEqual([]);
});

it('a letter is in the language of whom it is written to, and bokmål when nothing is known', async () => {
  const recipients = await db.transaction(adviser, (tx) => listRecipients(tx, round.id));
  const languageOf = (no: string) => recipients.find(({ municipalityNo }) => municipalityNo === no)?.language;
  expect([languageOf('4223'), languageOf('4204')]).toEqual(['nn', 'nb']);
});

it('a round has its own wording until it goes back to the product’s', async () => {
  const template = { kind: 'reminder', language: 'nn', subject: 'Svar', body: 'Sjå {lenke}' } as const;
  const words = (actor: Actor) => db.transaction(actor, (tx) => listTemplates(tx, round.id));
  await db.transaction(adviser, (tx) => saveTemplate(tx, round, { ...template, subject: 'Før' }, at));
  await db.transaction(adviser, (tx) => saveTemplate(tx, round, template, at));
  expect(await words(adviser)).toEqual([template]);
  expect(await words(stranger)).toEqual([]);
  const save = db.transaction(stranger, (tx) => saveTemplate(tx, round, template, at));
  await expect(save).rejects.toMatchObject({ code: 'not-found' });
  await db.transaction(adviser, (tx) => removeTemplate(tx, round, template, at));
  await db.transaction(adviser, (tx) => removeTemplate(tx, round, template, at));
  expect(await words(adviser)).toEqual([]);
});

it('a downloaded call list is told of in the region’s audit', async () => {
  await db.transaction(adviser, (tx) => recordCallListExport(tx, round, at));
  expect((await audited(db, 'sor')).slice(-3)).toEqual(['letter_worded', 'letter_restored', 'call_list_exported']);
});
