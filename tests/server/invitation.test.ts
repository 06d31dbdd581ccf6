import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { acceptInvitation, findInvitation } from '#lib/server/invitation.ts';
import { addPerson } from '#lib/server/person.ts';
import { tokenHash } from '#lib/server/token.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00Z');
const daysLater = (days: number) => new Date(at.getTime() + days * 86_400_000);

let db: Store;
let personId: string;
beforeAll(async () => {
  db = await openTestDb();
  personId = (await db.transaction(system, (tx) => addPerson(tx, { name: 'Kari', email: 'k@example.no' }, at))).id;
  await db.owner.query(
    `insert into invitation (token_hash, person_id, created_at, expires_at) values ($1, $3, $4, $5), ($2, $3, $4, $5)`,
    [tokenHash('one'), tokenHash('two'), personId, at, daysLater(14)]
  );
});
afterAll(() => db.close());

const find = (token: string, now: Date) => db.transaction(system, (tx) => findInvitation(tx, token, now));
const accept = (token: string, now: Date) => db.transaction(system, (tx) => acceptInvitation(tx, token, now));

it('is used once, and looking at it uses nothing up', async () => {
  expect(await find('one', at)).toMatchObject({ personId, isUsable: true });
  expect(await accept('one', at)).toBe(personId);
  expect(await accept('one', at)).toBeNull();
  expect(await find('one', at)).toMatchObject({ isUsable: false });
});

it('cannot be used when it has run out, and an unknown one is none', async () => {
  expect(await accept('two', daysLater(14))).toBeNull();
  expect(await find('three', at)).toBeNull();
});
