import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PoliceReferral } from '#lib/domain/police-referral.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { addPoliceReferrals, listPoliceReferrals, withdrawPoliceReferral } from '#lib/server/police-referral.ts';
import { addWith, audited } from '../support/people.ts';
import { addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const referral: PoliceReferral = {
  ...{ district: 'Agder', unit: 'cases', value: 12, from: '2022-07-01', to: '2024-03-31', source: 'brev' }
};
const at = day('2025-03-02');
let db: Store;
let adviser: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
});
afterAll(() => db.close());
beforeEach(() => db.owner.query('truncate police_referral'));

const enter = (by: Actor, ...referrals: PoliceReferral[]) =>
  db.transaction(by, (tx) => addPoliceReferrals(tx, round, referrals, at));
const list = (by: Actor) => db.transaction(by, (tx) => listPoliceReferrals(tx, round.id));
const governor = async (name: string, unitId: string): Promise<Actor> =>
  (await addWith(db, name, [{ role: 'governor', unitType: 'county', unitId }], at)).actor;

it('stands as it was entered, with its source, until it is withdrawn', async () => {
  await enter(adviser, referral, { ...referral, unit: 'persons', value: 9 });
  const [first, second] = await list(adviser);
  expect([first, second].map((one) => one?.unit)).toEqual(['cases', 'persons']);
  expect(first).toMatchObject({ ...referral, enteredAt: at });
  await db.transaction(adviser, (tx) => withdrawPoliceReferral(tx, round, first?.id ?? '', at));
  expect((await list(adviser)).map(({ unit }) => unit)).toEqual(['persons']);
  const again = db.transaction(adviser, (tx) => withdrawPoliceReferral(tx, round, first?.id ?? '', at));
  await expect(again).rejects.toMatchObject({ code: 'not-found' });
  expect(await audited(db, 'sor')).toEqual(expect.arrayContaining(['referrals_entered', 'referral_withdrawn']));
});

it('is read by governors of the region’s counties once the round is settled, and entered by advisers of the region only', async () => {
  await enter(adviser, referral);
  const [stored] = await list(adviser);
  const [agder, oslo] = [await governor('Astrid', '42'), await governor('Oskar', '03')];
  expect(await list(agder)).toHaveLength(1);
  for (const stranger of [oslo, await addAdviser(db, 'Olav', 'ost'), respondentOf('4201', round.id)]) {
    expect(await list(stranger)).toEqual([]);
  }
  for (const other of [agder, oslo, await addAdviser(db, 'Øyvind', 'nord')]) {
    await expect(enter(other, referral)).rejects.toThrow();
    const withdrawal = db.transaction(other, (tx) => withdrawPoliceReferral(tx, round, stored?.id ?? '', at));
    await expect(withdrawal).rejects.toMatchObject({ code: 'not-found' });
  }
});
