import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { deliverNext } from '#lib/server/dispatch/delivery.ts';
import { LocalOutbox } from '#lib/server/dispatch/local-outbox.ts';
import { changeDispatch, listDispatches, listDispatchTasks, queueDispatch } from '#lib/server/dispatch/outbox.ts';
import { letter, municipalityNo, openCase, queue, start, testVault } from '../../support/dispatch-scene.ts';
import { openTestDb } from '../../support/test-db.ts';

type Held = [role: string, unitType: string, unitId: string];
const own: Held[] = [
  ['case_officer', 'advisory_unit', '4204'],
  ['unit_leader', 'advisory_unit', '4204'],
  ['archivist', 'advisory_unit', '4204']
];
const others: Held[] = [
  ['case_officer', 'advisory_unit', '4203'],
  ['respondent', 'municipality', '4204'],
  ['adviser', 'korus_region', 'sor'],
  ['governor', 'county', '42'],
  ['administrator', 'municipality', '4204'],
  ['administrator', 'country', 'norge']
];

let db: Store;
let caseId: string;
const people = new Map<string, string>();
beforeAll(async () => {
  db = await openTestDb();
  caseId = await openCase(db);
  for (const [role, unitType, unitId] of [...own, ...others]) {
    const id = crypto.randomUUID();
    await db.owner.query(`insert into person (id, name, email, created_at) values ($1, $2, $3, $4)`, [
      ...[id, role, `${role}-${unitId}@kommune.example`, start]
    ]);
    await db.owner.query(
      `insert into role_grant (person_id, role, unit_type, unit_id, granted_at) values ($1, $2, $3, $4, $5)`,
      [id, role, unitType, unitId, start]
    );
    people.set(`${role}-${unitId}`, id);
  }
});
afterAll(() => db.close());

const as = (role: string, unitId: string): Actor => ({
  ...{ kind: 'person', scope: 'everything' },
  personId: people.get(`${role}-${unitId}`) ?? ''
});
const seenBy = (actor: Actor) => db.transaction(actor, (tx) => listDispatches(tx, municipalityNo, caseId));
const queueAs = (actor: Actor) =>
  db.transaction(actor, (tx) => {
    const by = actor.kind === 'person' ? actor.personId : null;
    const message = { municipalityNo, caseId, kind: 'summons' as const, message: letter };
    return queueDispatch(tx, testVault, message, { at: start, by });
  });

describe('the messages of a case', () => {
  it.each(own)('are seen by the %s of %s %s', async (role, _, unitId) => {
    await queue(db, caseId, letter);
    expect((await seenBy(as(role, unitId))).length).toBeGreaterThan(0);
  });

  it.each(others)('are neither seen nor written by the %s of %s %s', async (role, _, unitId) => {
    expect(await seenBy(as(role, unitId))).toEqual([]);
    await expect(queueAs(as(role, unitId))).rejects.toMatchObject({ status: 404 });
  });

  it.each(['public', 'system'] as const)('are not seen by %s', async (kind) => {
    const actor: Actor = kind === 'system' ? { kind, task: 'outbox' } : { kind };
    expect(await seenBy(actor)).toEqual([]);
  });

  it('are queued and given by an officer and a leader, and not by an archivist', async () => {
    for (const role of ['case_officer', 'unit_leader']) {
      const id = await queueAs(as(role, '4204'));
      const key = { municipalityNo, id };
      await db.transaction(as(role, '4204'), (tx) => changeDispatch(tx, key, 'hand_over', start));
    }
    await expect(queueAs(as('archivist', '4204'))).rejects.toMatchObject({ status: 404 });
  });

  it('are said to be under way by what sends alone', async () => {
    const id = await queueAs(as('case_officer', '4204'));
    const write = (tx: { query: (sql: string, params: unknown[]) => Promise<unknown> }) =>
      tx.query(`update dispatch set state = 'accepted' where id = $1`, [id]);
    await expect(db.transaction(as('case_officer', '4204'), write)).rejects.toMatchObject({ status: 404 });
    const sending = { db, vault: testVault, carriers: new LocalOutbox().carriers() };
    while (await deliverNext(sending, start));
    const sent = (await seenBy(as('case_officer', '4204'))).find((one) => one.id === id);
    expect(sent).toMatchObject({ state: 'delivered' });
    const tasks = await db.transaction(as('case_officer', '4204'), (tx) => listDispatchTasks(tx, municipalityNo));
    expect(tasks).toEqual([]);
  });
});
