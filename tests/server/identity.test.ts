import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/access.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { giveGrant, withdrawGrant } from '#lib/server/grant.ts';
import { bindIdentity, findIdentity, hasAccount, unbindIdentity, useIdentity } from '#lib/server/identity.ts';
import { addPerson } from '#lib/server/person.ts';
import { listSessions, startSession } from '#lib/server/session.ts';
import { addWith, administratorOf, respondentOf } from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00Z');
const later = new Date('2024-03-02T09:00:00Z');
const issuer = 'https://ansattporten.no';
const other = 'https://login.microsoftonline.com/tenant/v2.0';

let db: Store;
let kari: string;
let nora: string;
beforeAll(async () => {
  db = await openTestDb();
  const add = (name: string) =>
    db.transaction(system, (tx) => addPerson(tx, { name, email: `${name.toLowerCase()}@example.no` }, at));
  [kari, nora] = [(await add('Kari')).id, (await add('Nora')).id];
});
afterAll(() => db.close());

const bind = (subject: string, personId: string, from = issuer) =>
  db.transaction(system, (tx) => bindIdentity(tx, { issuer: from, subject, personId }, at));
const find = (subject: string, from = issuer) => db.transaction(system, (tx) => findIdentity(tx, from, subject));
const use = (subject: string, now: Date) => db.transaction(system, (tx) => useIdentity(tx, issuer, subject, now));
const auditOf = async (personId: string) =>
  (
    await db.owner.query<{ action: string; chain: string; detail: unknown }>(
      `select action, chain, detail from audit where subject = $1 and action like 'identity%' order by sequence`,
      [personId]
    )
  ).rows;

describe('an identity', () => {
  it('leads to the person it is bound to', async () => {
    expect(await find('kari-1')).toBeNull();
    await bind('kari-1', kari);
    expect(await find('kari-1')).toBe(kari);
  });

  it('is another one at another issuer, whatever its subject', async () => {
    await bind('shared', kari);
    expect(await find('shared', other)).toBeNull();
    await bind('shared', nora, other);
    expect([await find('shared'), await find('shared', other)]).toEqual([kari, nora]);
  });

  it('never changes its person', async () => {
    await bind('kari-2', kari);
    await expect(bind('kari-2', nora)).rejects.toMatchObject({ status: 409, code: 'identity-taken' });
    expect(await find('kari-2')).toBe(kari);
  });

  it('is an account to who manages the person and to the system, and nobody else sees that there is one', async () => {
    const astrid = await addWith(db, 'Astrid', [administratorOf('sor')], at);
    const turid = await addWith(db, 'Turid', [administratorOf('midt')], at);
    const ola = await addWith(db, 'Ola', [respondentOf('4204')], at);
    const seen = (actor: Actor) => db.transaction(actor, (tx) => hasAccount(tx, ola.personId));
    expect(await seen(astrid.actor)).toBe(false);
    await bind('ola', ola.personId);
    expect(await Promise.all([astrid.actor, system, turid.actor, { kind: 'public' } as const].map(seen))).toEqual([
      true,
      true,
      false,
      false
    ]);
  });

  it('is released by an administrator of every grant that holds, which ends the sessions', async () => {
    const astrid = await addWith(db, 'Astrid', [administratorOf('sor')], at);
    const ola = await addWith(db, 'Osvald', [respondentOf('4204'), respondentOf('5001')], at);
    await bind('osvald', ola.personId);
    await db.transaction(system, (tx) => startSession(tx, ola.personId, { method: 'oidc' }, new Date()));
    const bound = { personId: ola.personId, chain: '4204' };
    const release = (actor: Actor) => db.transaction(actor, (tx) => unbindIdentity(tx, bound, later));
    for (const actor of [astrid.actor, ola.actor, system, { kind: 'public' } as const]) {
      await expect(release(actor)).rejects.toMatchObject({ code: 'not-found' });
    }
    await db.transaction(system, (tx) => withdrawGrant(tx, ola.personId, respondentOf('5001'), at));
    expect(await release(astrid.actor)).toBe(1);
    expect(await release(astrid.actor)).toBe(0);
    expect(await find('osvald')).toBeNull();
    expect(await db.transaction(system, (tx) => listSessions(tx, ola.personId, new Date()))).toEqual([]);
    expect(await db.transaction(astrid.actor, (tx) => hasAccount(tx, ola.personId))).toBe(false);
    expect((await auditOf(ola.personId)).at(-1)).toEqual({
      action: 'identity_unbound',
      chain: '4204',
      detail: { issuer }
    });
  });

  it('of someone whose grants have all ended is released by an administrator of all of them', async () => {
    const astrid = await addWith(db, 'Astrid', [administratorOf('sor')], at);
    const mona = await addWith(db, 'Mona', [respondentOf('4204')], at);
    const officer: Grant = { role: 'case_officer', unitType: 'advisory_unit', unitId: '4204' };
    await bind('mona', mona.personId);
    const may = async () => {
      const [row] = await db.transaction(astrid.actor, (tx) =>
        tx.query<{ may: boolean }>('select app_may_unbind($1) as may', [mona.personId])
      );
      return row?.may;
    };
    const end = (grant: Grant) => db.transaction(system, (tx) => withdrawGrant(tx, mona.personId, grant, at));
    await end(respondentOf('4204'));
    expect(await may()).toBe(true);
    await db.transaction(system, (tx) => giveGrant(tx, { ...officer, personId: mona.personId }, at));
    expect(await may()).toBe(false);
    await end(officer);
    expect(await may()).toBe(false);
  });

  it('is bound to someone who exists', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    await expect(bind('nobody', nobody)).rejects.toMatchObject({ code: 'broken-reference' });
  });

  it('remembers when it was used', async () => {
    await bind('kari-3', kari);
    expect(await use('kari-3', later)).toBe(kari);
    const { rows } = await db.owner.query(
      `select created_at as "createdAt", last_used_at as "lastUsedAt" from identity where subject = 'kari-3'`
    );
    expect(rows).toEqual([{ createdAt: at, lastUsedAt: later }]);
  });

  it('that is unknown cannot be used', async () => {
    expect(await use('unknown', later)).toBeNull();
  });

  it('leaves an audit row without its subject when it is bound and when it is used, and none when nothing changed', async () => {
    const { id } = await db.transaction(system, (tx) => addPerson(tx, { name: 'Ragnhild', email: 'r@example.no' }, at));
    await bind('ragnhild', id);
    await bind('ragnhild', id);
    await use('ragnhild', later);
    expect(await auditOf(id)).toEqual([
      { action: 'identity_bound', chain: 'system', detail: { issuer } },
      { action: 'identity_used', chain: 'system', detail: { issuer } }
    ]);
  });

  it.each<Actor>([
    { kind: 'public' },
    { kind: 'person', personId: '00000000-0000-4000-8000-000000000000' },
    { kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204' }
  ])('is hidden from %o', async (actor) => {
    await bind('kari-4', kari);
    expect(await db.transaction(actor, (tx) => findIdentity(tx, issuer, 'kari-4'))).toBeNull();
    const binding = { issuer, subject: 'made-up', personId: kari };
    await expect(db.transaction(actor, (tx) => bindIdentity(tx, binding, at))).rejects.toMatchObject({
      code: 'not-found'
    });
  });
});
