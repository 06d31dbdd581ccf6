import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { addPerson } from '#lib/server/person.ts';
import { endSession, idleMinutes, longestMinutes, readSession, startSession } from '#lib/server/session.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00Z');
const minutesLater = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

let db: Store;
let id: string;
beforeAll(async () => {
  db = await openTestDb();
  id = (await db.transaction(system, (tx) => addPerson(tx, { name: 'R', email: 'r@example.no' }, at))).id;
});
afterAll(() => db.close());

const start = () => db.transaction(system, (tx) => startSession(tx, id, { method: 'oidc' }, at));
const read = (token: string, now: Date) =>
  db.transaction(system, async (tx) => (await readSession(tx, token, now))?.personId ?? null);

describe('a session', () => {
  it('tells whose it is', async () => {
    expect(await read(await start(), minutesLater(1))).toBe(id);
    expect(await read('made up', at)).toBeNull();
  });

  it(`ends after ${idleMinutes} minutes without use`, async () => {
    expect(await read(await start(), minutesLater(idleMinutes))).toBeNull();
  });

  it(`is kept by use, and ends after ${longestMinutes} minutes all the same`, async () => {
    const token = await start();
    for (let minutes = 20; minutes < longestMinutes; minutes += 20) {
      expect(await read(token, minutesLater(minutes))).toBe(id);
    }
    expect(await read(token, minutesLater(longestMinutes))).toBeNull();
  });

  it('ends when it is ended, for that session only', async () => {
    const [one, other] = [await start(), await start()];
    await db.transaction(system, (tx) => endSession(tx, one, at));
    await db.transaction(system, (tx) => endSession(tx, one, at));
    expect([await read(one, at), await read(other, at)]).toEqual([null, id]);
  });

  it('is kept as a hash only', async () => {
    const token = await start();
    const { rows } = await db.owner.query(`select session::text as row from session`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

it('sessions that have run out are removed when a new one starts', async () => {
  await start();
  await db.transaction(system, (tx) => startSession(tx, id, { method: 'oidc' }, minutesLater(longestMinutes)));
  const { rows } = await db.owner.query('select count(*)::int as left from session');
  expect(rows).toEqual([{ left: 1 }]);
});
