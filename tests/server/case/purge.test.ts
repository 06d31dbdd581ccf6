import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { municipalityNo, openCase } from '../../support/dispatch-scene.ts';
import { openTestDb } from '../../support/test-db.ts';

let db: Store;
let id: string;
const people: Record<string, string> = {};
const roles: [name: string, roles: string[], unit: string][] = [
  ['officer', ['case_officer'], municipalityNo],
  ['leader', ['unit_leader'], municipalityNo],
  ['archivist', ['archivist'], municipalityNo],
  ['both', ['unit_leader', 'archivist'], municipalityNo],
  ['elsewhere', ['unit_leader', 'archivist'], '4203']
];

beforeAll(async () => {
  db = await openTestDb();
  id = await openCase(db);
  for (const [name, held, unit] of roles) {
    const person = (people[name] = randomUUID());
    await db.owner.query(`insert into person (id, name, email, created_at) values ($1, $2, $3, now())`, [
      ...[person, name, `${name}@kommune.example`]
    ]);
    for (const role of held) {
      await db.owner.query(
        `insert into role_grant (person_id, role, unit_type, unit_id, granted_at)
        values ($1, $2, 'advisory_unit', $3, '2025-01-01')`,
        [person, role, unit]
      );
    }
  }
});
afterAll(() => db.close());

const as = (name: string): Actor => ({ kind: 'person', scope: 'everything', personId: people[name] ?? '' });
const inOrder = `state = 'closed', closing_code = 'fulfilled', closed_on = '2025-01-02', age_band = '18_24',
  delete_after = current_date - 1, archived_at = '2025-02-01', archive_reference = 'A-1', is_held = false, hold_reason = null,
  proposed_event = 'purge', proposed_at = now()`;

/** Whether the store would remove the case; it stays all the same. */
async function isRemoved(
  actor: Actor,
  { proposer = 'archivist', change = '', at = new Date() } = {}
): Promise<boolean> {
  await db.owner.query(`update case_file set ${inOrder}, proposed_by = $2 where id = $1`, [id, people[proposer]]);
  if (change) await db.owner.query(`update case_file set ${change} where id = $1`, [id]);
  const kept = new Error('kept');
  const failure: unknown = await db
    .transaction(actor, async (tx) => {
      await tx.query(`select app_purge_case($1, $2, $3, '2026-01-01')`, [municipalityNo, id, at]);
      throw kept;
    })
    .catch((error: unknown) => error);
  if (failure !== kept) expect(failure).toMatchObject({ status: 404 });
  return failure === kept;
}

it('is by the leader of the unit, on the proposal of an archivist who is somebody else', async () => {
  expect(await isRemoved(as('leader'))).toBe(true);
  expect(await isRemoved(as('both'))).toBe(true);
  expect(await isRemoved(as('leader'), { proposer: 'both' })).toBe(true);
});

it('is never by one person alone, in whatever roles', async () => {
  expect(await isRemoved(as('both'), { proposer: 'both' })).toBe(false);
});

it.each(['officer', 'leader', 'elsewhere'])(
  'is not on the proposal of the %s, who is no archivist of the unit',
  async (proposer) => {
    expect(await isRemoved(as('both'), { proposer })).toBe(false);
  }
);

it.each(['officer', 'archivist', 'elsewhere'])('is not by the %s', async (name) => {
  expect(await isRemoved(as(name), { proposer: name === 'archivist' ? 'both' : 'archivist' })).toBe(false);
});

it('is not by a task of the system, the public, or a leader who has signed in by e-mail', async () => {
  const others: Actor[] = [
    ...['case_intake', 'case_dispatch', 'case_key', 'upkeep'].map((task): Actor => ({ kind: 'system', task })),
    { kind: 'public' },
    { kind: 'person', scope: 'answers', personId: people['leader'] ?? '' }
  ];
  for (const actor of others) expect(await isRemoved(actor)).toBe(false);
});

it.each([
  ['is held', `is_held = true, hold_reason = 'complaint'`],
  ['is not archived', 'archived_at = null'],
  ['is kept for its time, and the day it ends', 'delete_after = current_date'],
  ['is to be kept for a year', 'delete_after = current_date + 365'],
  ['is not closed', `state = 'active', closing_code = null, closed_on = null, delete_after = null`],
  ['is proposed for something else', `proposed_event = 'transfer'`],
  ['is not proposed', 'proposed_event = null, proposed_by = null']
])('is not while a case %s', async (_, change) => {
  expect(await isRemoved(as('leader'), { change })).toBe(false);
});

it('is not for saying that it is a later day than it is', async () => {
  const at = new Date(Date.now() + 400 * 86_400_000);
  expect(await isRemoved(as('leader'), { change: 'delete_after = current_date + 365', at })).toBe(false);
});

it('is not on the proposal of somebody who is no archivist any more', async () => {
  const end = `update role_grant set valid_until = $2 where person_id = $1 and role = 'archivist'`;
  await db.owner.query(end, [people['archivist'], '2025-06-01']);
  expect(await isRemoved(as('leader'))).toBe(false);
  await db.owner.query(end, [people['archivist'], null]);
});

it('is proposed in nobody else’s name', async () => {
  await db.owner.query(`update case_file set ${inOrder}, proposed_by = $2 where id = $1`, [id, people['officer']]);
  const kept = new Error('kept');
  const propose = (by: string) =>
    db
      .transaction(as('leader'), async (tx) => {
        await tx.query(`update case_file set proposed_event = 'purge', proposed_by = $2 where id = $1`, [
          id,
          people[by]
        ]);
        throw kept;
      })
      .catch((error: unknown) => error);
  expect(await propose('archivist')).toMatchObject({ status: 404 });
  expect(await propose('leader')).toBe(kept);
});
