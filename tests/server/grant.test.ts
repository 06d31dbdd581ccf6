import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { may, type Grant, type User } from '#lib/domain/access.ts';
import { roles, unitTypesOf } from '#lib/domain/role.ts';
import { unitsAround, type Unit } from '#lib/domain/unit.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { giveGrant, listGrants, listHolders, representOnly, withdrawGrant } from '#lib/server/grant.ts';
import { addPerson, admitPerson, readUser } from '#lib/server/person.ts';
import { endSessionsOf, startSession } from '#lib/server/session.ts';
import { loadReference } from '#lib/server/reference.ts';
import { openTestDb } from '../support/test-db.ts';

const { geography } = loadReference('data');
const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00Z');
const kristiansand: Unit = { unitType: 'municipality', unitId: '4204' };
const places: Unit[] = [
  { unitType: 'country', unitId: 'no' },
  ...['sor', 'midt'].map((unitId): Unit => ({ unitType: 'korus_region', unitId })),
  ...['42', '50'].map((unitId): Unit => ({ unitType: 'county', unitId })),
  ...['4204', '4223', '5001'].flatMap((unitId): Unit[] => [
    { unitType: 'municipality', unitId },
    { unitType: 'advisory_unit', unitId }
  ])
];
const everyGrant = roles.flatMap((role): Grant[] =>
  places.filter(({ unitType }) => unitTypesOf[role].includes(unitType)).map((unit) => ({ ...unit, role }))
);

let db: Store;
let me: string;
let other: string;
beforeAll(async () => {
  db = await openTestDb();
  await db.transaction(system, async (tx) => {
    me = (await addPerson(tx, { name: 'Astrid', email: 'astrid@example.no' }, at)).id;
    other = (await addPerson(tx, { name: 'Ola', email: 'ola@example.no' }, at)).id;
  });
});
beforeEach(() => db.owner.query('delete from role_grant'));
afterAll(() => db.close());

const asMe = (): Actor => ({ kind: 'person', personId: me });
const hold = (grant: Grant, personId = me) => db.transaction(system, (tx) => giveGrant(tx, { ...grant, personId }, at));
const give = (grant: Grant, personId = other) =>
  db.transaction(asMe(), (tx) => giveGrant(tx, { ...grant, personId, by: me }, at));

describe('the store and domain/access.ts', () => {
  it(`agree on who may give what, for all ${everyGrant.length} grants held and given`, async () => {
    for (const held of everyGrant) {
      await db.owner.query('delete from role_grant');
      await hold(held);
      const user: User = { kind: 'person', personId: me, name: 'Astrid', scope: 'everything', grants: [held] };
      const rows = await db.transaction(asMe(), (tx) =>
        tx.query<{ given: boolean; covered: boolean; read: boolean }>(
          `select app_may_give(role, unit_type, unit_id) as given,
            app_covers(array['administrator'], unit_type, unit_id) as covered,
            app_reads_audit(chain) as read
          from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked (role, unit_type, unit_id, place)
          join unit_within using (unit_type, unit_id)
          where within_type = unit_type
          order by place`,
          [
            everyGrant.map((one) => one.role),
            everyGrant.map((one) => one.unitType),
            everyGrant.map((one) => one.unitId)
          ]
        )
      );
      const expected = everyGrant.map((asked) => {
        const around = unitsAround(geography, asked);
        return {
          given: may(user, { action: 'change_grant', role: asked.role, around }),
          covered: may(user, { action: 'change_municipality', around }),
          read: may(user, { action: 'read_audit', around })
        };
      });
      expect(rows, JSON.stringify(held)).toEqual(expected);
    }
  });

  it('agree on who releases the accounts of someone who holds one grant', async () => {
    const holder = `00000000-0000-4000-8000-${'0'.repeat(12)}`;
    await db.owner.query(`insert into person (id, name, created_at) values ($1, 'Nora', now())`, [holder]);
    for (const held of everyGrant.filter(({ role }) => ['administrator', 'adviser', 'unit_leader'].includes(role))) {
      await db.owner.query('delete from role_grant');
      await hold(held);
      const user: User = { kind: 'person', personId: me, name: 'Astrid', scope: 'everything', grants: [held] };
      for (const asked of everyGrant) {
        await db.owner.query('delete from role_grant where person_id = $1', [holder]);
        await db.owner.query(
          `insert into role_grant (person_id, role, unit_type, unit_id, granted_at) values ($1, $2, $3, $4, now())`,
          [holder, asked.role, asked.unitType, asked.unitId]
        );
        const rows = await db.transaction(asMe(), (tx) => tx.query('select app_may_unbind($1) as may', [holder]));
        const grants = [{ role: asked.role, around: unitsAround(geography, asked) }];
        const expected = may(user, { action: 'unbind_identity', grants });
        expect(rows, `${JSON.stringify(held)} ${JSON.stringify(asked)}`).toEqual([{ may: expected }]);
      }
    }
  });
});

describe('a grant', () => {
  const administrator: Grant = { ...kristiansand, role: 'administrator' };
  const officer: Grant = { unitType: 'advisory_unit', unitId: '4204', role: 'case_officer' };

  it('is given, seen, prolonged and withdrawn by who may, in the chain of its unit', async () => {
    await hold(administrator);
    await give(officer);
    const until = new Date('2030-01-01T00:00:00Z');
    await db.transaction(asMe(), (tx) => giveGrant(tx, { ...officer, personId: other, by: me, until }, at));
    await db.transaction(asMe(), (tx) => giveGrant(tx, { ...officer, personId: other, by: me, until }, at));
    const read = () => db.transaction(asMe(), (tx) => listHolders(tx, officer, at));
    expect(await read()).toMatchObject([{ name: 'Ola', role: 'case_officer', until, grantedBy: me }]);
    expect(await db.transaction(asMe(), (tx) => withdrawGrant(tx, other, officer, at))).toBe(true);
    expect(await db.transaction(asMe(), (tx) => withdrawGrant(tx, other, officer, at))).toBe(false);
    expect(await read()).toEqual([]);
    const { rows } = await db.owner.query(
      `select action, actor_id from audit where chain = 'unit-4204' and subject = $1 order by sequence`,
      [other]
    );
    expect(rows).toEqual(['grant_given', 'grant_given', 'grant_withdrawn'].map((action) => ({ action, actor_id: me })));
  });

  it('is not given to oneself, by another’s name, outside one’s unit or for a unit the role has not', async () => {
    await hold(administrator);
    await expect(give(officer, me)).rejects.toMatchObject({ code: 'not-found' });
    await expect(give({ ...officer, unitId: '4223' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(give({ unitType: 'korus_region', unitId: 'sor', role: 'adviser' })).rejects.toMatchObject({
      code: 'not-found'
    });
    const forged = db.transaction(asMe(), (tx) => giveGrant(tx, { ...officer, personId: other, by: other }, at));
    await expect(forged).rejects.toMatchObject({ code: 'not-found' });
    await expect(hold({ ...kristiansand, role: 'adviser' })).rejects.toMatchObject({ code: 'rule-broken' });
  });

  it('that has ended gives nothing, and one of an e-mail session only answering', async () => {
    await hold(administrator);
    await hold({ ...kristiansand, role: 'respondent' });
    const read = (scope: 'everything' | 'answers', now: Date) =>
      db.transaction(system, async (tx) => (await readUser(tx, me, scope, now))?.grants.map(({ role }) => role));
    expect(await read('everything', at)).toEqual(['administrator', 'respondent']);
    expect(await read('answers', at)).toEqual(['respondent']);
    const narrow: Actor = { kind: 'person', personId: me, scope: 'answers' };
    const asked = db.transaction(narrow, (tx) => giveGrant(tx, { ...officer, personId: other, by: me }, at));
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    await db.owner.query(`update role_grant set valid_until = '2024-01-01'`);
    await expect(give(officer)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of a respondent may be handed over, by ending one’s own', async () => {
    const respondent: Grant = { ...kristiansand, role: 'respondent' };
    await hold(respondent);
    await give(respondent);
    const prolonged = db.transaction(asMe(), (tx) =>
      giveGrant(tx, { ...respondent, personId: me, by: me, until: new Date('2090-01-01') }, at)
    );
    await expect(prolonged).rejects.toMatchObject({ code: 'not-found' });
    expect(await db.transaction(asMe(), (tx) => withdrawGrant(tx, me, respondent, at))).toBe(true);
    await expect(give({ ...respondent, unitId: '4204' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('by representation is replaced when another organisation is chosen, and leaves what was given', async () => {
    const until = new Date('2090-01-01T00:00:00Z');
    const represent = (grant: Grant | null) =>
      db.transaction(system, (tx) => representOnly(tx, me, grant && { ...grant, until }, at));
    const held = () =>
      db.transaction(system, async (tx) =>
        (await listGrants(tx, me)).filter((one) => one.until === null || one.until > at).map((one) => one.unitId)
      );
    await hold({ unitType: 'municipality', unitId: '4205', role: 'respondent' });
    await represent({ ...kristiansand, role: 'respondent' });
    expect(await held()).toEqual(['4204', '4205']);
    await represent({ unitType: 'municipality', unitId: '4223', role: 'respondent' });
    expect(await held()).toEqual(['4205', '4223']);
    await represent({ unitType: 'municipality', unitId: '4205', role: 'respondent' });
    await represent(null);
    expect(await held()).toEqual(['4205']);
  });
});

describe('persons', () => {
  it('are seen by whom they concern only', async () => {
    const seen = () =>
      db.transaction(asMe(), async (tx) =>
        (await tx.query<{ name: string }>('select name from person order by name')).map(({ name }) => name)
      );
    await hold({ ...kristiansand, role: 'administrator' });
    expect(await seen()).toEqual(['Astrid']);
    await hold({ ...kristiansand, role: 'respondent' }, other);
    expect(await seen()).toEqual(['Astrid', 'Ola']);
  });

  it('are admitted by who holds a grant, and known ones are not shown to who admits them', async () => {
    const admit = (email: string) => db.transaction(asMe(), (tx) => admitPerson(tx, { name: 'X', email }, at));
    await expect(admit('ola@example.no')).rejects.toMatchObject({ code: 'not-found' });
    await hold({ ...kristiansand, role: 'administrator' });
    expect(await admit('OLA@example.no')).toBe(other);
    expect(await admit('new@example.no')).not.toBe(other);
  });
});

describe('the sessions of someone', () => {
  const end = () => db.transaction(asMe(), (tx) => endSessionsOf(tx, other, null, at));
  const begin = () => db.transaction(system, (tx) => startSession(tx, other, { method: 'oidc' }, at));

  it('are ended by who may give every grant they hold, and by nobody else', async () => {
    await hold({ ...kristiansand, role: 'administrator' });
    await hold({ ...kristiansand, role: 'respondent' }, other);
    await begin();
    expect(await end()).toBe(1);
    await hold({ unitType: 'korus_region', unitId: 'sor', role: 'administrator' }, other);
    await begin();
    expect(await end()).toBe(0);
    await db.owner.query(`update role_grant set valid_until = '2020-01-01' where person_id = $1`, [other]);
    expect(await end(), 'nor by who once gave them something').toBe(0);
    await db.owner.query('delete from session');
  });
});
