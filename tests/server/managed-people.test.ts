import { afterAll, beforeAll, expect, it } from 'vitest';
import { unitsNamed } from '#lib/domain/administration.ts';
import type { Store } from '#lib/server/db.ts';
import { giveGrant, withdrawGrant } from '#lib/server/grant.ts';
import { findManaged, searchPeople, type PeopleSearch } from '#lib/server/managed-people.ts';
import { loadReference } from '#lib/server/reference.ts';
import { startSession } from '#lib/server/session.ts';
import { addWith, administratorOf, respondentOf, system } from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

const { geography } = loadReference('data');
const at = new Date('2024-03-01T09:00:00Z');

type Someone = Awaited<ReturnType<typeof addWith>>;
let db: Store;
let astrid: Someone;
let ola: Someone;
let turid: Someone;
beforeAll(async () => {
  db = await openTestDb();
  astrid = await addWith(db, 'Astrid', [administratorOf('sor'), respondentOf('4204')], at);
  ola = await addWith(db, 'Ola', [respondentOf('4204'), respondentOf('5001')], at);
  await addWith(db, 'Kari', [respondentOf('4223')], at);
  turid = await addWith(db, 'Turid', [respondentOf('5001')], at);
});
afterAll(() => db.close());

async function search(asked: Partial<PeopleSearch> & { words?: string } = {}) {
  const { words = '' } = asked;
  const all = { personId: astrid.personId, units: unitsNamed(geography, words), role: null, offset: 0, most: 10 };
  return db.transaction(astrid.actor, (tx) => searchPeople(tx, { ...all, ...asked, words }));
}
const names = async (asked: Parameters<typeof search>[0]) => (await search(asked)).people.map(({ name }) => name);

it('lists those whose grants one may give, with these grants only, and not oneself', async () => {
  const { people, total } = await search();
  expect(people.map(({ name }) => name)).toEqual(['Kari', 'Ola']);
  expect(total).toBe(2);
  expect(people[1]?.grants.map(({ unitId }) => unitId)).toEqual(['4204']);
});

it('finds by name, address and place, of the unit or around it', async () => {
  expect(await names({ words: 'ola' })).toEqual(['Ola']);
  expect(await names({ words: 'KARI@' })).toEqual(['Kari']);
  expect(await names({ words: 'Kristiansand' })).toEqual(['Ola']);
  expect(await names({ words: 'agder' })).toEqual(['Kari', 'Ola']);
  expect(await names({ words: 'Trondheim' })).toEqual([]);
  expect(await names({ words: '%' })).toEqual([]);
});

it('is limited to a role, and to a page', async () => {
  expect(await names({ role: 'respondent' })).toEqual(['Kari', 'Ola']);
  expect(await names({ role: 'governor' })).toEqual([]);
  expect(await search({ most: 1, offset: 1 })).toMatchObject({ people: [{ name: 'Ola' }], total: 2 });
});

it('keeps those whose grant has ended', async () => {
  await db.transaction(system, (tx) => withdrawGrant(tx, ola.personId, respondentOf('4204'), at));
  expect(await names({})).toEqual(['Kari', 'Ola']);
});

it('tells when someone last signed in, and who gave what they have', async () => {
  expect(await db.transaction(astrid.actor, (tx) => findManaged(tx, ola.personId))).toMatchObject({ signedInAt: null });
  await db.transaction(system, (tx) => startSession(tx, ola.personId, { method: 'oidc' }, at));
  await db.transaction(system, (tx) =>
    giveGrant(tx, { ...respondentOf('4205'), personId: ola.personId, by: turid.personId }, at)
  );
  const found = await db.transaction(astrid.actor, (tx) => findManaged(tx, ola.personId));
  expect(found?.signedInAt).toEqual(at);
  expect([...(found?.givers ?? [])]).toEqual([[turid.personId, 'Turid']]);
  expect(await db.transaction(astrid.actor, (tx) => findManaged(tx, turid.personId))).toBeNull();
  expect(await db.transaction(astrid.actor, (tx) => findManaged(tx, 'nobody'))).toBeNull();
});
