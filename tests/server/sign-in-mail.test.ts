import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '#lib/domain/access.ts';
import type { Actor, Store, Tx } from '#lib/server/db.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { addPerson } from '#lib/server/person.ts';
import { limits } from '#lib/server/rate-limit.ts';
import { queueSignInMail } from '#lib/server/sign-in-mail.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const now = new Date('2025-01-15T09:00:00Z');
const write = (token: string | null) => ({ subject: 'Lenke', body: token ? `/logg-inn/${token}` : 'another way' });

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
  await db.transaction(system, async (tx) => {
    const respondent = { role: 'respondent', unitType: 'municipality', unitId: '4204' } as const;
    const { id: personId } = await addPerson(tx, { name: 'R', email: 'r@example.no' }, now);
    await giveGrant(tx, { ...respondent, personId }, now);
    const adviser = { role: 'adviser', unitType: 'korus_region', unitId: 'sor' } as const;
    const { id } = await addPerson(tx, { name: 'A', email: 'a@example.no' }, now);
    await giveGrant(tx, { ...adviser, personId: id }, now);
  });
});
afterAll(() => db.close());

/** Asks for a mail, and resolves to the statements that it took, without their values. */
function ask(email: string, client = '192.0.2.7', scope: Scope = 'answers'): Promise<string[]> {
  return db.transaction(system, async (tx) => {
    const statements: string[] = [];
    const noting: Tx = {
      query: (sql, params) => {
        statements.push(sql.split(/\s+/).slice(0, 3).join(' '));
        return tx.query(sql, params);
      }
    };
    await queueSignInMail(noting, { email, client, secret: 'one', now, scope, write });
    return statements;
  });
}

const mails = async () => (await db.owner.query<{ recipient: string }>('select recipient from message')).rows;
const links = async () => (await db.owner.query('select person_id from login_link')).rows;
const audited = async () =>
  (await db.owner.query(`select action from audit where action not in ('person_added', 'grant_given')`)).rows;

it('a known address gets a mail, and an unknown one costs the same statements and leaves nothing', async () => {
  const known = await ask('R@example.no');
  const before = [await mails(), await links(), await audited()];
  expect(before.map((rows) => rows.length)).toEqual([1, 1, 2]);
  const unknown = await ask('nobody@example.no');
  const tables = (statements: string[]) => statements.filter((statement) => !statement.includes('savepoint'));
  expect(unknown.length).toBe(known.length);
  expect(tables(unknown)).toEqual(tables(known));
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

describe('someone for whom a link would open nothing', () => {
  beforeEach(() => db.owner.query('delete from rate_limit'));

  const latest = async () =>
    (
      await db.owner.query<{ recipient: string; body: string }>(
        `select recipient, body from message order by created_at, id`
      )
    ).rows;

  it('gets a mail without one, and no link is made', async () => {
    const before = await links();
    const statements = await ask('A@example.no', 'the adviser');
    expect(await latest()).toContainEqual({ recipient: 'a@example.no', body: 'another way' });
    expect(await links()).toEqual(before);
    const unknown = await ask('nobody-else@example.no', 'the adviser');
    expect(unknown.slice(0, -1)).toEqual(statements.slice(0, -1));
  });

  it('is a respondent too, while their municipality takes no answers by link', async () => {
    await db.owner.query(
      `insert into municipality_setting (municipality_no, takes_links, changed_at) values ('4204', false, $1)`,
      [now]
    );
    const before = await links();
    await ask('r@example.no', 'the respondent');
    expect(await latest()).toContainEqual({ recipient: 'r@example.no', body: 'another way' });
    expect(await links()).toEqual(before);
    await db.owner.query('delete from municipality_setting');
  });

  it('gets one where links open everything', async () => {
    const before = await links();
    await ask('a@example.no', 'the adviser', 'everything');
    expect(await links()).toHaveLength(before.length + 1);
  });
});
