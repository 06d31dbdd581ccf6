import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { limits, takeFromLimits } from '#lib/server/rate-limit.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2025-01-15T09:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const { most, minutes } = limits.signInMailPerAddress;

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const take = (subject: string, now = at, secret = 'one') =>
  db.transaction(system, (tx) => takeFromLimits(tx, [{ limit: 'signInMailPerAddress', subject }], { secret, now }));

async function takeAll(subject: string, now = at) {
  for (let taken = 0; taken < most; taken += 1) await take(subject, now);
}

const rows = async () =>
  (await db.owner.query<{ count: number; row: string }>('select count, rate_limit::text as row from rate_limit')).rows;

describe('a limit', () => {
  it('is reached after its number, and says in how many seconds it is not', async () => {
    await takeAll('a');
    await expect(take('a', after(5))).rejects.toMatchObject({
      ...{ status: 429, code: 'too-many', detail: { retryAfter: (minutes - 5) * 60 } }
    });
  });

  it('is not prolonged by asking again, and begins anew when its window has passed', async () => {
    await takeAll('b');
    for (const minute of [1, 2, 3]) await expect(take('b', after(minute))).rejects.toThrow('too many');
    await take('b', after(minutes));
    expect((await rows()).map(({ count }) => count)).toContain(1);
  });

  it('is one for each whom it is about', async () => {
    await takeAll('c');
    await expect(take('d')).resolves.toBeUndefined();
  });

  it('lets no more through when many come at once', async () => {
    const taken = await Promise.allSettled(Array.from({ length: 3 * most }, () => take('e')));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(most);
  });

  it('says nothing about who, and not the same with another secret', async () => {
    await take('kari@example.no');
    await take('kari@example.no', at, 'two');
    const kept = (await rows()).map(({ row }) => row);
    expect(kept.join()).not.toContain('kari');
    expect(new Set(kept).size).toBe(kept.length);
  });

  it('leaves nothing behind when its window has passed', async () => {
    await takeAll('f');
    await take('g', after(24 * 60));
    expect(await rows()).toHaveLength(1);
  });

  it('of two is taken from neither when one is reached', async () => {
    await takeAll('h', after(2000));
    const both = [
      { limit: 'signInMailPerClient', subject: 'i' },
      { limit: 'signInMailPerAddress', subject: 'h' }
    ] as const;
    const before = await rows();
    const taking = db.transaction(system, (tx) => takeFromLimits(tx, both, { secret: 'one', now: after(2001) }));
    await expect(taking).rejects.toMatchObject({ status: 429 });
    expect(await rows()).toEqual(before);
  });
});

it.each<Actor>([
  { kind: 'public' },
  { kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4223' },
  { kind: 'person', personId: '00000000-0000-0000-0000-000000000000' }
])('%o neither sees nor takes from a limit', async (actor) => {
  await take('j');
  expect(await db.transaction(actor, (tx) => tx.query('select key from rate_limit'))).toEqual([]);
  const taking = db.transaction(actor, (tx) =>
    takeFromLimits(tx, [{ limit: 'signInMailPerAddress', subject: 'k' }], { secret: 'one', now: at })
  );
  await expect(taking).rejects.toMatchObject({ code: 'not-found' });
});
