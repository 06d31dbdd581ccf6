import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Store, Tx } from '#lib/server/db.ts';
import { addPerson } from '#lib/server/person.ts';
import { limits } from '#lib/server/rate-limit.ts';
import { queueSignInMail } from '#lib/server/sign-in-mail.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const now = new Date('2025-01-15T09:00:00Z');
const write = (token: string) => ({ subject: 'Lenke', body: `/logg-inn/${token}` });

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
  await db.transaction(system, (tx) => addPerson(tx, { name: 'R', email: 'r@example.no' }, now));
});
afterAll(() => db.close());

/** Asks for a mail, and resolves to the statements that it took, without their values. */
function ask(email: string, client = '192.0.2.7'): Promise<string[]> {
  return db.transaction(system, async (tx) => {
    const statements: string[] = [];
    const noting: Tx = {
      query: (sql, params) => {
        statements.push(sql.split(/\s+/).slice(0, 3).join(' '));
        return tx.query(sql, params);
      }
    };
    await queueSignInMail(noting, { email, client, secret: 'one', now, write });
    return statements;
  });
}

const mails = async () => (await db.owner.query<{ recipient: string }>('select recipient from message')).rows;
const links = async () => (await db.owner.query('select person_id from login_link')).rows;
const audited = async () => (await db.owner.query(`select action from audit where action <> 'person_added'`)).rows;

it('a known address gets a mail, and an unknown one costs the same statements and leaves nothing', async () => {
  const known = await ask('R@example.no');
  const before = [await mails(), await links(), await audited()];
  expect(before.map((rows) => rows.length)).toEqual([1, 1, 2]);
  const unknown = await ask('nobody@example.no');
  expect(unknown.length).toBe(known.length);
  expect(unknown.slice(0, -1)).toEqual(known.slice(0, -1));
  expect([await mails(), await links(), await audited()]).toEqual(before);
});

it.each(['r@example.no', 'someone@example.no'])('%s is refused after as many as any other', async (email) => {
  const { most } = limits.signInMailPerAddress;
  const answers = await Promise.allSettled(Array.from({ length: most + 2 }, () => ask(email, `client of ${email}`)));
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(most);
  await expect(ask(email, 'another client')).rejects.toMatchObject({ status: 429 });
});

it('one client is refused after asking for many addresses', async () => {
  const { most } = limits.signInMailPerClient;
  for (let asked = 0; asked < most; asked += 1) await ask(`${asked}@example.no`, 'eager');
  await expect(ask('new@example.no', 'eager')).rejects.toMatchObject({ status: 429 });
  await expect(ask('new@example.no', 'patient')).resolves.toContain('savepoint sign_in_mail');
});
