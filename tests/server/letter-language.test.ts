import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeContactDetails, keepContact } from '#lib/server/contact.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { listRecipients } from '#lib/server/follow-up.ts';
import { letterLanguage } from '#lib/server/letter-language.ts';
import { addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const at = day('2025-01-15');
const town = '4223';

let db: Store;
let adviser: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
});
afterAll(() => db.close());

const languageFor = (address: string | null, municipalityNo = town, actor: Actor = adviser) =>
  db.transaction(actor, (tx) => letterLanguage(tx, municipalityNo, address));
const details = (language: 'nb' | 'nn') => ({ phone: null, language, mailbox: 'post@vennesla.example' });

it('letters to a municipality of which nothing is known are in bokmål', async () => {
  expect(await languageFor(null)).toBe('nb');
  expect(await languageFor('kari@vennesla.example')).toBe('nb');
});

it('letters are in the language of the address, else of the person, else of the mailbox', async () => {
  await db.transaction(adviser, (tx) => changeContactDetails(tx, town, details('nn'), at));
  expect(await languageFor('ola@vennesla.example')).toBe('nn');
  await db.transaction(adviser, (tx) => keepContact(tx, town, { name: 'Kari', email: 'kari@vennesla.example' }, at));
  expect(await languageFor('kari@vennesla.example')).toBe('nn');
  await db.owner.query(`update contact set language = 'nb' where kind = 'person'`);
  expect([await languageFor('ola@vennesla.example'), await languageFor('post@vennesla.example')]).toEqual(['nb', 'nn']);
  await db.transaction(adviser, (tx) => changeContactDetails(tx, town, details('nn'), at));
  expect([await languageFor('ola@vennesla.example'), await languageFor(null)]).toEqual(['nn', 'nn']);
});

it('whoever writes, and to whomever of the municipality, the rule is one', async () => {
  const own = respondentOf(town);
  expect(await languageFor('kari@vennesla.example', town, own)).toBe('nn');
  const recipients = await db.transaction(adviser, (tx) => listRecipients(tx, round.id));
  for (const { municipalityNo, email, language } of recipients) {
    expect(await languageFor(email, municipalityNo), municipalityNo).toBe(language);
  }
});
