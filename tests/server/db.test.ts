import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store, Tx } from '#lib/server/db.ts';
import { openTestDb } from '../support/test-db.ts';

const personId = '0190a3c4-0000-7000-8000-000000000001';
const person: Actor = { kind: 'person', personId };
const system: Actor = { kind: 'system', task: 'test' };

let db: Store;

beforeAll(async () => {
  db = await openTestDb();
  await db.owner.query(`
    create table shelf (id int primary key);
    create table book (
      id int primary key check (id > 0),
      shelf int references shelf deferrable,
      number bigint,
      bought date
    );
    create table secret (id int);
    grant select, insert, update, delete on shelf, book to regionspeil_app;
    insert into shelf values (1)`);
});

afterAll(() => db.close());

const bookIds = async () =>
  (await db.owner.query<{ id: number }>('select id from book order by id')).rows.map((r) => r.id);

describe('the actor', () => {
  const settings = `select current_user::text as role, app_actor() as actor, app_person() as person, app_round() as round,
                           app_municipality() as municipality, app_task() as task`;
  const nobody = { role: 'regionspeil_app', actor: null, person: null, round: null, municipality: null, task: null };

  it.each<[Actor, object]>([
    [{ kind: 'public' }, { actor: 'public' }],
    [
      { kind: 'respondent', roundId: '2024', municipalityNo: '4204' },
      { actor: 'respondent', round: '2024', municipality: '4204' }
    ],
    [person, { actor: 'person', person: personId }],
    [system, { actor: 'system', task: 'test' }]
  ])('%o is known to the database, in the role without ownership', async (actor, known) => {
    const rows = await db.transaction(actor, (tx) => tx.query(settings));
    expect(rows).toEqual([{ ...nobody, ...known }]);
  });

  it('is forgotten when the transaction ends, committed or not', async () => {
    await db.transaction(person, (tx) => tx.query('select 1'));
    await db.transaction(person, () => Promise.reject(new Error('no'))).catch(String);
    const { rows } = await db.owner.query(settings);
    expect(rows).toEqual([{ ...nobody, role: expect.not.stringMatching('regionspeil_app') }]);
  });

  it('cannot smuggle SQL in with its values', async () => {
    const task = `x', true); drop table shelf; select ('`;
    const rows = await db.transaction({ kind: 'system', task }, (tx) => tx.query(settings));
    expect(rows).toMatchObject([{ task }]);
  });
});

describe('a transaction', () => {
  it('resolves to what the work returns, and its rows stay', async () => {
    const result = await db.transaction(system, async (tx) => {
      await tx.query('insert into book (id) values ($1)', [1]);
      return 'kept';
    });
    expect(result).toBe('kept');
    expect(await bookIds()).toContain(1);
  });

  it('that throws leaves nothing and rethrows the same error', async () => {
    const reason = new Error('changed my mind');
    const work = db.transaction(system, async (tx) => {
      await tx.query('insert into book (id) values (2)');
      throw reason;
    });
    await expect(work).rejects.toBe(reason);
    expect(await bookIds()).not.toContain(2);
  });

  it('that swallows a failed statement is not reported as committed', async () => {
    const work = db.transaction(system, async (tx) => {
      await tx.query('insert into book (id) values (3)');
      await tx.query('select 1 / 0').catch(String);
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await bookIds()).not.toContain(3);
  });

  it('refuses queries after its end', async () => {
    let kept: Tx | undefined;
    await db.transaction(system, async (tx) => {
      kept = tx;
    });
    await expect(kept?.query('insert into book (id) values (4)')).rejects.toThrow('the transaction is over');
  });

  it('refuses a transaction inside it instead of waiting for ever', async () => {
    const work = db.transaction(system, () => db.transaction(system, async () => 1));
    await expect(work).rejects.toThrow('inside a transaction');
  });

  it('may be started by work that outlived the one before', async () => {
    let later = Promise.resolve(0);
    await db.transaction(system, async () => {
      later = sleep(20).then(() => db.transaction(system, async () => 5));
    });
    expect(await later).toBe(5);
  });

  it('waits for its turn when many start at once', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => 100 + index);
    await Promise.all(
      ids.map((id) => db.transaction(system, (tx) => tx.query('insert into book (id) values ($1)', [id])))
    );
    expect(await bookIds()).toEqual(expect.arrayContaining(ids));
  });
});

describe('an error of the database', () => {
  it.each([
    ['a second row with the same key', 'insert into shelf values (1)', 409, 'already-exists'],
    ['a reference to nothing', 'insert into book (id, shelf) values (10, 99)', 409, 'broken-reference'],
    ['a value that a rule forbids', 'insert into book (id) values (0)', 422, 'rule-broken'],
    ['a table without rights', 'select id from secret', 404, 'not-found'],
    ['a text that cannot be stored', `select convert_from('\\x00'::bytea, 'UTF8')`, 400, 'unreadable'],
    ['a clash of transactions', `do $$ begin raise sqlstate '40001'; end $$`, 409, 'try-again'],
    ['a deadlock', `do $$ begin raise sqlstate '40P01'; end $$`, 409, 'try-again']
  ])('%s becomes a problem that keeps its cause', async (_, sql, status, code) => {
    const work = db.transaction(system, (tx) => tx.query(sql));
    await expect(work).rejects.toMatchObject({ name: 'Problem', status, code, cause: { severity: 'ERROR' } });
  });

  it('names the broken constraint', async () => {
    const work = db.transaction(system, (tx) => tx.query('insert into book (id) values (0)'));
    await expect(work).rejects.toMatchObject({ detail: { constraint: 'book_id_check' } });
  });

  it('that comes with the commit is a problem too, and nothing stays', async () => {
    const work = db.transaction(system, async (tx) => {
      await tx.query('set constraints all deferred');
      await tx.query('insert into book (id, shelf) values (11, 99)');
    });
    await expect(work).rejects.toMatchObject({ code: 'broken-reference' });
    expect(await bookIds()).not.toContain(11);
  });

  it('that is a mistake of ours stays what it is', async () => {
    const work = db.transaction(system, (tx) => tx.query('select nothing from nowhere'));
    await expect(work).rejects.toMatchObject({ code: '42P01' });
  });
});

it('bigint is read as a number and a date as its text, whatever the time zone', async () => {
  const rows = await db.transaction(system, (tx) =>
    tx.query(`insert into book (id, number, bought) values (20, 9007199254740991, $1) returning number, bought`, [
      '2024-12-31'
    ])
  );
  expect(rows).toEqual([{ number: 9_007_199_254_740_991, bought: '2024-12-31' }]);
});

it('a closed store says that it is unavailable, and may be closed again', async () => {
  const closed = await openTestDb();
  await closed.close();
  await closed.close();
  await expect(closed.transaction(system, async () => 1)).rejects.toMatchObject({
    status: 503,
    code: 'store-unavailable'
  });
});
