import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/access.ts';
import { admit } from '#lib/server/admission.ts';
import type { Store } from '#lib/server/db.ts';
import { declineInvitation } from '#lib/server/declined-invitation.ts';
import { acceptInvitation, latestInvitation } from '#lib/server/invitation.ts';
import { findPersonByEmail } from '#lib/server/person.ts';
import {
  addWith,
  administratorOf,
  audited,
  bareLetter,
  heldBy,
  mailTo,
  respondentOf,
  system
} from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

const at = new Date('2024-03-01T09:00:00Z');
const governor: Grant = { role: 'governor', unitType: 'county', unitId: '42' };
const kari = { name: 'Kari', email: 'kari@example.no' };

type Someone = Awaited<ReturnType<typeof addWith>>;
let db: Store;
let astrid: Someone;
let ola: string;
let token: string;
beforeAll(async () => {
  db = await openTestDb();
});
beforeEach(async () => {
  for (const table of ['invitation', 'role_grant', 'message']) await db.owner.query(`delete from ${table}`);
  astrid = await addWith(db, 'Astrid', [administratorOf('sor')], at);
});
afterAll(() => db.close());

async function invite(...grants: Grant[]) {
  for (const grant of grants) {
    const letter = (about: { token: string | null }) => ({ subject: 'x', body: (token = about.token ?? '') });
    const giver = { by: astrid.personId, letter, now: at };
    const newcomer = { name: 'Ola', email: 'ola@example.no' };
    await db.transaction(astrid.actor, (tx) => admit(tx, newcomer, { ...grant, until: null }, giver));
  }
  ola = await idOf('ola@example.no');
}
const idOf = (email: string) =>
  db.transaction(system, async (tx) => (await findPersonByEmail(tx, email))?.id ?? 'nobody');
const decline = (isWrongPerson: boolean, successor: typeof kari | null) =>
  db.transaction(system, (tx) => {
    const toGiver = ({ moved, withdrawn, kept }: { moved: unknown[]; withdrawn: unknown[]; kept: unknown[] }) => ({
      subject: 'told',
      body: [moved, withdrawn, kept].map(({ length }) => length).join(' ')
    });
    return declineInvitation(tx, token, { isWrongPerson, successor, toSuccessor: bareLetter, toGiver }, at);
  });
const told = async () => (await mailTo(db, astrid.email)).map(({ body }) => body);

it('of a respondent hands over in one step, and the one who gave it is told', async () => {
  await invite(respondentOf('4204'));
  expect(await decline(false, kari)).toMatchObject({ withdrawn: [], kept: [] });
  expect(await heldBy(db, ola, at)).toEqual([]);
  expect(await heldBy(db, await idOf(kari.email), at)).toEqual(['respondent 4204']);
  expect((await audited(db, '4204')).filter((action) => action === 'handed_over')).toHaveLength(1);
  expect(await told()).toEqual(['1 0 0']);
  const [mail] = await mailTo(db, kari.email);
  expect(await db.transaction(system, (tx) => acceptInvitation(tx, mail?.body ?? '', at))).toBe(await idOf(kari.email));
  expect(await decline(false, kari)).toBeNull();
});

it('of another role moves nothing: it is suggested to the one who gave it', async () => {
  await invite(governor);
  await decline(false, kari);
  expect(await heldBy(db, ola, at)).toEqual(['governor 42']);
  expect(await heldBy(db, await idOf(kari.email), at)).toEqual([]);
  expect(await mailTo(db, kari.email)).toEqual([]);
  expect(await told()).toEqual(['0 0 1']);
  const seen = await db.transaction(astrid.actor, (tx) => latestInvitation(tx, ola));
  expect(seen).toMatchObject({ suggestedName: 'Kari', suggestedEmail: kari.email });
});

it('by the wrong person ends everything that was given at once', async () => {
  await invite(governor, respondentOf('4204'));
  await decline(true, kari);
  expect(await heldBy(db, ola, at)).toEqual([]);
  expect(await heldBy(db, await idOf(kari.email), at)).toEqual(['respondent 4204']);
  expect(await told()).toEqual(['1 1 0']);
});

it('without a name keeps what the right person has until someone decides', async () => {
  await invite(respondentOf('4204'));
  await decline(false, null);
  expect(await heldBy(db, ola, at)).toEqual(['respondent 4204']);
  expect(await told()).toEqual(['0 0 1']);
  expect(await db.transaction(system, (tx) => acceptInvitation(tx, token, at))).toBeNull();
});

it('never hands over to the one who invited, nor to oneself', async () => {
  await invite(respondentOf('4204'));
  expect(await decline(true, { name: 'Astrid', email: astrid.email })).toBe('giver');
  expect(await decline(true, { name: 'Ola', email: 'ola@example.no' })).toBe('same');
  expect(await heldBy(db, ola, at)).toEqual(['respondent 4204']);
  expect(await heldBy(db, astrid.personId, at)).toEqual(['administrator sor']);
});
