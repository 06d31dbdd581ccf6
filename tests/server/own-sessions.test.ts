import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { giveGrant, listGrants, listHelpers } from '#lib/server/grant.ts';
import { addPerson } from '#lib/server/person.ts';
import {
  endSessionById,
  endSessionsOf,
  listSessions,
  readingOf,
  readSession,
  startSession,
  type SignIn
} from '#lib/server/session.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date();
const later = new Date(at.getTime() + 60_000);
const db: Store = await openTestDb();
const kari = await add('Kari');
const ola = await add('Ola');
beforeEach(() => db.owner.query('delete from session'));
afterAll(() => db.close());

async function add(name: string): Promise<Extract<Actor, { kind: 'person' }>> {
  const email = `${name.toLowerCase()}@kommune.example`;
  const { id } = await db.transaction(system, (tx) => addPerson(tx, { name, email }, at));
  return { kind: 'person', personId: id, scope: 'everything' };
}

const start = ({ personId }: { personId: string }, signIn: Partial<SignIn> = {}) =>
  db.transaction(system, (tx) => startSession(tx, personId, { method: 'demonstration', ...signIn }, at));
const listed = (actor: Actor, { personId }: { personId: string }) =>
  db.transaction(actor, (tx) => listSessions(tx, personId, later));
const audited = async (subject: string) => {
  const { rows } = await db.owner.query(
    `select actor_id as by, origin from audit where action = 'session_ended' and subject = $1 order by sequence`,
    [subject]
  );
  return rows as { by: string; origin: string | null }[];
};

describe('the sessions of a person', () => {
  it('are seen by the person, with where they were started', async () => {
    await start(kari, { address: '10.0.0.7', device: 'Firefox' });
    await start(ola);
    expect(await listed(kari, kari)).toMatchObject([{ address: '10.0.0.7', device: 'Firefox' }]);
  });

  it('are not seen or ended by somebody else, whatever the statement asks for', async () => {
    await start(ola);
    const [session] = await listed(ola, ola);
    expect(await listed(kari, ola)).toEqual([]);
    const ending = (tx: Parameters<typeof endSessionById>[0]) =>
      endSessionById(tx, ola.personId, session?.id ?? '', later);
    expect(await db.transaction(kari, ending)).toBe(false);
    expect(await db.transaction(kari, (tx) => endSessionsOf(tx, ola.personId, null, later))).toBe(0);
    expect(await listed(ola, ola)).toHaveLength(1);
  });

  it('are ended one by one, and the audit tells by whom and from where', async () => {
    const [kept, ended] = [await start(kari), await start(kari)];
    const stored = (token: string) => db.transaction(system, (tx) => readSession(tx, token, later));
    const id = (await stored(ended))?.id ?? '';
    const from = db.from('10.0.0.7');
    expect(await from.transaction(kari, (tx) => endSessionById(tx, kari.personId, id, later))).toBe(true);
    expect(await from.transaction(kari, (tx) => endSessionById(tx, kari.personId, id, later))).toBe(false);
    expect([await stored(ended), (await stored(kept))?.personId]).toEqual([null, kari.personId]);
    expect(await audited(kari.personId)).toEqual([{ by: kari.personId, origin: '10.0.0.7' }]);
  });

  it('are all ended but the one that is kept, also by someone who signed in by e-mail', async () => {
    for (let count = 0; count < 3; count++) await start(kari);
    const [kept] = await listed(kari, kari);
    const byEmail = { ...kari, scope: 'answers' } as const;
    const ended = await db.transaction(byEmail, (tx) => endSessionsOf(tx, kari.personId, kept?.id ?? null, later));
    expect(ended).toBe(2);
    expect((await listed(kari, kari)).map(({ id }) => id)).toEqual([kept?.id]);
  });

  it('tell the screens when they end, in milliseconds', async () => {
    const token = await start(kari);
    const session = await db.transaction(system, (tx) => readSession(tx, token, at));
    if (!session) throw new Error('no session');
    const minutes = (count: number) => at.getTime() + count * 60_000;
    expect(readingOf(session, at)).toEqual({ readAt: minutes(0), idlesOutAt: minutes(30), endsAt: minutes(120) });
  });
});

describe('whom to ask for a role', () => {
  it('is administrators, advisers and leaders whose roles hold, never respondents or case officers', async () => {
    const region = { unitType: 'korus_region', unitId: 'sor' } as const;
    const unit = { unitType: 'advisory_unit', unitId: '4204' } as const;
    await db.transaction(system, async (tx) => {
      await giveGrant(tx, { personId: kari.personId, role: 'adviser', ...region }, at);
      await giveGrant(tx, { personId: kari.personId, role: 'case_officer', ...unit }, at);
      await giveGrant(tx, { personId: ola.personId, role: 'unit_leader', ...unit }, at);
      await giveGrant(tx, { personId: ola.personId, role: 'administrator', ...region, until: at }, at);
    });
    expect(await db.transaction(system, (tx) => listHelpers(tx, later))).toEqual([
      { role: 'adviser', ...region, name: 'Kari' },
      { role: 'unit_leader', ...unit, name: 'Ola' }
    ]);
    expect(await db.transaction({ kind: 'public' }, (tx) => listHelpers(tx, later))).toEqual([]);
  });

  it('does not hide a person’s own roles from them when they signed in by e-mail', async () => {
    const grants = await db.transaction({ ...kari, scope: 'answers' }, (tx) => listGrants(tx, kari.personId));
    expect(grants).toHaveLength(2);
  });
});
