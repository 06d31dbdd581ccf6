import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { addPerson, findPersonByEmail, listAdvisers, readUser } from '#lib/server/person.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00Z');
const grant = { role: 'adviser', unitType: 'korus_region', unitId: 'sor' } as const;

let db: Store;
let id: string;
beforeAll(async () => {
  db = await openTestDb();
  await db.transaction(system, async (tx) => {
    id = (await addPerson(tx, { name: 'Ragnhild', email: 'Ragnhild@Example.no' }, at)).id;
    await giveGrant(tx, { ...grant, personId: id }, at);
  });
});
afterAll(() => db.close());

describe('a person', () => {
  it('is found by address, whatever the case of its letters', async () => {
    const found = await db.transaction(system, (tx) => findPersonByEmail(tx, 'RAGNHILD@example.NO'));
    expect(found).toEqual({ id, name: 'Ragnhild', email: 'ragnhild@example.no' });
  });

  it('is added once', async () => {
    const again = await db.transaction(system, (tx) => addPerson(tx, { name: 'R', email: 'ragnhild@example.no' }, at));
    expect(again.id).toBe(id);
  });

  it('comes with the grants that hold, given once however often', async () => {
    await db.transaction(system, (tx) => giveGrant(tx, { ...grant, personId: id }, at));
    const user = await db.transaction(system, (tx) => readUser(tx, id, 'everything', at));
    expect(user).toEqual({ kind: 'person', personId: id, name: 'Ragnhild', scope: 'everything', grants: [grant] });
    const { rows } = await db.owner.query(`select count(*)::int as given from audit where action = 'grant_given'`);
    expect(rows).toEqual([{ given: 1 }]);
  });

  it('loses a grant that has run out', async () => {
    await db.owner.query(`update role_grant set valid_until = '2024-06-01'`);
    const later = new Date('2024-06-02T00:00:00Z');
    expect(await db.transaction(system, (tx) => readUser(tx, id, 'everything', later))).toMatchObject({ grants: [] });
    expect(await db.transaction(system, (tx) => listAdvisers(tx, 'sor', later))).toEqual([]);
    expect(await db.transaction(system, (tx) => listAdvisers(tx, 'sor', at))).toEqual([
      { name: 'Ragnhild', email: 'ragnhild@example.no' }
    ]);
  });

  it('is seen by the system, by themselves and by nobody else', async () => {
    const find = (actor: Actor) => db.transaction(actor, (tx) => findPersonByEmail(tx, 'ragnhild@example.no'));
    const other = await db.transaction(system, (tx) => addPerson(tx, { name: 'O', email: 'o@example.no' }, at));
    expect(await find({ kind: 'public' })).toBeNull();
    expect(await find({ kind: 'person', personId: other.id })).toBeNull();
    expect(await find({ kind: 'person', personId: id })).toMatchObject({ id });
  });
});
