import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { addLoginLink, isUsable, useLoginLink } from '#lib/server/login-link.ts';
import { addPerson } from '#lib/server/person.ts';
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

const newLink = () => db.transaction(system, (tx) => addLoginLink(tx, id, at));
const usable = (token: string, now: Date) => db.transaction(system, (tx) => isUsable(tx, token, now));
const use = (token: string, now: Date) => db.transaction(system, (tx) => useLoginLink(tx, token, now));

describe('a sign-in link', () => {
  it('works once', async () => {
    const token = await newLink();
    expect(await use(token, minutesLater(1))).toBe(id);
    expect(await use(token, minutesLater(2))).toBeNull();
    expect(await usable(token, minutesLater(2))).toBe(false);
  });

  it('is not used up by being looked at, as a mail scanner does', async () => {
    const token = await newLink();
    expect([await usable(token, at), await usable(token, at)]).toEqual([true, true]);
    expect(await use(token, at)).toBe(id);
  });

  it('works for one of two who use it at the same moment', async () => {
    const token = await newLink();
    const uses = await Promise.all([use(token, at), use(token, at), use(token, at)]);
    expect(uses.filter((person) => person === id)).toHaveLength(1);
  });

  it('works for 15 minutes', async () => {
    const token = await newLink();
    expect(await use(token, minutesLater(15))).toBeNull();
    expect(await use(token, new Date(minutesLater(15).getTime() - 1))).toBe(id);
  });

  it('is kept as a hash only', async () => {
    const token = await newLink();
    const { rows } = await db.owner.query(`select login_link::text as row from login_link`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is unknown when it was never made', async () => {
    expect(await use('made up', at)).toBeNull();
  });
});
