import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { may, type Grant } from '#lib/domain/access.ts';
import { roles, unitTypesOf, type Role } from '#lib/domain/role.ts';
import { country, unitsAround, type Unit } from '#lib/domain/unit.ts';
import { admit, replace } from '#lib/server/admission.ts';
import type { Store } from '#lib/server/db.ts';
import { giveGrant, withdrawGrant } from '#lib/server/grant.ts';
import { acceptInvitation, makeInvitation } from '#lib/server/invitation.ts';
import { changeSetting } from '#lib/server/municipality-setting.ts';
import { readUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { loadReference } from '#lib/server/reference.ts';
import { addWith, bareLetter, system } from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

const { geography } = loadReference('data');
const at = new Date('2024-03-01T09:00:00Z');
const until = new Date('2090-01-01T00:00:00Z');
const municipality: Unit = { unitType: 'municipality', unitId: '4204' };
const places: Unit[] = [country, ...unitsAround(geography, { unitType: 'advisory_unit', unitId: '4204' }).slice(0, -1)];
const everyGrant = roles.flatMap((role): Grant[] =>
  places.filter(({ unitType }) => unitTypesOf[role].includes(unitType)).map((unit) => ({ ...unit, role }))
);
const closed: readonly Role[] = roles.filter((role) => role !== 'administrator');

type Someone = Awaited<ReturnType<typeof addWith>>;
let db: Store;
let me: Someone;
let other: Someone;
beforeAll(async () => {
  db = await openTestDb();
  me = await addWith(db, 'Astrid', [], at);
  other = await addWith(db, 'Ola', [], at);
});
afterAll(() => db.close());

type Action = { kind: (typeof kinds)[number]; grant: Grant; isForMe: boolean };
const kinds = ['admit', 'give', 'withdraw', 'replace', 'invite', 'accept', 'set'] as const;

/** What an administrator can ask the store for, whether a screen offers it or not; a refusal is what is hoped for. */
async function attempt({ kind, grant, isForMe }: Action): Promise<void> {
  const target = isForMe ? me : other;
  const newcomer = { name: target.name, email: target.email };
  const giver = { by: me.personId, letter: bareLetter, now: at };
  try {
    await db.transaction(me.actor, async (tx) => {
      const { personId } = target;
      if (kind === 'admit') await admit(tx, newcomer, { ...grant, until: null }, giver);
      if (kind === 'give') await giveGrant(tx, { ...grant, personId, by: me.personId, until }, at);
      if (kind === 'withdraw') await withdrawGrant(tx, personId, grant, at);
      if (kind === 'replace') await replace(tx, isForMe ? other.personId : me.personId, newcomer, giver);
      if (kind === 'invite') await makeInvitation(tx, { personId, by: me.personId, chain: '4204' }, at);
      if (kind === 'accept') await acceptInvitation(tx, 'guessed', at);
      if (kind === 'set') await changeSetting(tx, '4204', { takesLinks: isForMe, isReadOnly: !isForMe }, at);
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

const held = everyGrant.filter(({ role }) => role === 'administrator');

async function beginAs(own: Grant): Promise<void> {
  for (const table of ['invitation', 'role_grant']) await db.owner.query(`delete from ${table}`);
  await db.transaction(system, (tx) => giveGrant(tx, { ...own, personId: me.personId }, at));
}

async function expectNoRights(): Promise<void> {
  const user = await db.transaction(system, (tx) => readUser(tx, me.personId, 'everything', at));
  if (!user) throw new Error('the administrator is gone');
  expect(user.grants.filter(({ role }) => closed.includes(role))).toEqual([]);
  const around = unitsAround(geography, municipality);
  expect(may(user, { action: 'read_answer_changes', around })).toBe(false);
  expect(may(user, { action: 'read_reports', korusRegion: 'sor' })).toBe(false);
  expect(may(user, { action: 'answer_round', roundId: 'sor-2024', municipalityNo: '4204' })).toBe(false);
  const seen = await db.transaction(me.actor, (tx) =>
    tx.query(`select municipality_no from report union all select municipality_no from draft`)
  );
  expect(seen).toEqual([]);
}

it.each(held)('an administrator of a $unitType gets no other role from any one thing they do', async (own) => {
  await beginAs(own);
  for (const grant of everyGrant) {
    for (const kind of ['admit', 'give', 'replace'] as const) await attempt({ kind, grant, isForMe: true });
  }
  await expectNoRights();
});

it('an administrator gets no right to answers or cases by any sequence of things they do', async () => {
  const action: fc.Arbitrary<Action> = fc.record({
    kind: fc.constantFrom(...kinds),
    grant: fc.constantFrom(...everyGrant),
    isForMe: fc.boolean()
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...held),
      fc.array(action, { minLength: 3, maxLength: 8 }),
      async (own, actions) => {
        await beginAs(own);
        for (const one of actions) await attempt(one);
        await expectNoRights();
      }
    ),
    { numRuns: 30 }
  );
}, 60_000);
