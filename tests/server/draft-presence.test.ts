import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '#lib/server/db.ts';
import { endPresence, listPresent, noteField, notePresence } from '#lib/server/draft-presence.ts';
import { day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const vennesla = respondentOf('4223');
const ola = { name: 'Ola', window: 'b' };
const at = day('2025-01-06');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

let db: Store;
const present = (now = at) => db.transaction(vennesla, (tx) => listPresent(tx, vennesla, now));

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
});

beforeEach(() => db.owner.query('delete from draft_presence'));

afterAll(() => db.close());

it('one who writes is seen where they write, also before their stream has told that they are here', async () => {
  await db.transaction(vennesla, (tx) => noteField(tx, vennesla, ola, { field: 'cases_received', at }));
  expect(await present()).toEqual([{ window: 'b', by: 'Ola', field: 'cases_received' }]);
  await db.transaction(vennesla, (tx) => notePresence(tx, vennesla, ola, at));
  expect(await present()).toEqual([{ window: 'b', by: 'Ola', field: 'cases_received' }]);
});

it('one who has left the fields writes nowhere, and a last save brings nobody back', async () => {
  await db.transaction(vennesla, (tx) => noteField(tx, vennesla, ola, { field: 'cases_received', at }));
  await db.transaction(vennesla, (tx) => noteField(tx, vennesla, ola, { field: null, at }));
  expect(await present()).toEqual([{ window: 'b', by: 'Ola', field: null }]);
  await db.transaction(vennesla, (tx) => endPresence(tx, vennesla, 'b'));
  await db.transaction(vennesla, (tx) => noteField(tx, vennesla, ola, { field: null, at }));
  expect(await present()).toEqual([]);
});

it('one who has not been heard of for a minute is gone', async () => {
  await db.transaction(vennesla, (tx) => notePresence(tx, vennesla, ola, at));
  expect(await present(later(59))).toHaveLength(1);
  expect(await present(later(60))).toEqual([]);
});
