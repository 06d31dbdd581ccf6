import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { listMessages, queueMessage, type Send } from '#lib/server/message.ts';
import { deliverNext } from '#lib/server/outbox.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00Z');
const secondsLater = (seconds: number) => new Date(at.getTime() + seconds * 1000);
const mail = { recipient: 'r@example.no', subject: 'Lenke', body: 'https://example.no/hemmelig' };
const refuse: Send = () => Promise.reject(Object.assign(new Error('550 no such user'), { code: 'EENVELOPE' }));

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
});
afterEach(() => db.owner.query('delete from message'));
afterAll(() => db.close());

const queue = () => db.transaction(system, (tx) => queueMessage(tx, mail, at));
const outbox = () => db.transaction(system, (tx) => listMessages(tx, 10));

describe('the outbox', () => {
  it('sends a mail once and keeps no copy of what it said', async () => {
    await queue();
    const sent: unknown[] = [];
    const send: Send = async ({ recipient, subject, body }) => void sent.push({ recipient, subject, body });
    expect([await deliverNext(db, send, at), await deliverNext(db, send, at)]).toEqual([true, false]);
    expect(sent).toEqual([mail]);
    expect(await outbox()).toMatchObject([{ status: 'sent', body: null, attempts: 1 }]);
  });

  it('holds nothing of a transaction that failed', async () => {
    const failing = db.transaction(system, async (tx) => {
      await queueMessage(tx, mail, at);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await outbox()).toEqual([]);
  });

  it('waits twice as long after each refusal, gives up after eight and then keeps no copy of what it said', async () => {
    await queue();
    let now = at;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      expect(await outbox()).toMatchObject([{ status: 'queued', body: mail.body }]);
      expect(await deliverNext(db, refuse, now)).toBe(true);
      const { rows } = await db.owner.query<{ due: Date }>('select due_at as due from message');
      waits.push((rows[0]!.due.getTime() - now.getTime()) / 1000);
      now = rows[0]!.due;
    }
    expect(waits.slice(0, 3)).toEqual([60, 120, 240]);
    expect(await outbox()).toMatchObject([{ status: 'failed', attempts: 8, body: null }]);
    expect(await deliverNext(db, refuse, new Date(now.getTime() + 86_400_000))).toBe(false);
  });

  it('leaves a mail that another replica is sending alone, and takes it up when that one has died', async () => {
    await queue();
    let release = () => undefined as void;
    const slow: Send = () => new Promise((resolve) => (release = resolve));
    const first = deliverNext(db, slow, at);
    await expect.poll(async () => (await outbox())[0]?.attempts).toBe(1);
    expect(await deliverNext(db, refuse, secondsLater(299))).toBe(false);
    release();
    await first;
    expect(await outbox()).toMatchObject([{ status: 'sent' }]);
  });

  it('is for the system only', async () => {
    await queue();
    expect(await db.transaction({ kind: 'public' }, (tx) => listMessages(tx, 10))).toEqual([]);
  });

  it('keeps addresses and texts out of the audit', async () => {
    await queue();
    const { rows } = await db.owner.query('select audit::text as row from audit');
    expect(JSON.stringify(rows)).not.toMatch(/example\.no|hemmelig/);
  });
});
