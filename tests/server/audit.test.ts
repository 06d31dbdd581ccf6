import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  findAuditFaults,
  findLostHeads,
  listAuditHeads,
  recordAudit,
  verifyAuditChain,
  type AuditFault
} from '#lib/server/audit.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { addAdviser, openRounds, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const respondent: Actor = { kind: 'respondent', roundId: '2024', municipalityNo: '4204' };
const system: Actor = { kind: 'system', task: 'audit' };
const at = new Date('2025-02-01T10:00:00.123Z');

let db: Store;
let person: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  person = await addAdviser(db, 'Ragnhild', 'sor');
});

beforeEach(async () => {
  await db.owner.query(`
    alter table audit disable trigger user;
    truncate audit, audit_head;
    alter sequence audit_sequence restart;
    alter table audit enable trigger user`);
});

afterAll(() => db.close());

const record = (actor: Actor, chain: string, subject = 'report/1') =>
  db.transaction(actor, (tx) => recordAudit(tx, { at, chain, action: 'submit', subject, detail: { received: 71 } }));

const verify = () => db.transaction(system, verifyAuditChain);

async function tamper(sql: string) {
  await db.owner.query('alter table audit disable trigger user');
  await db.owner.query(sql);
}

async function ownerRows(sql: string) {
  return (await db.owner.query(sql)).rows;
}

describe('an audit row', () => {
  it('tells when, what and on what, and the store adds who', async () => {
    await record(respondent, '4204');
    await record(person, '4204');
    await record(system, 'system');
    const who = { at, action: 'submit', subject: 'report/1', detail: { received: 71 } };
    expect(
      await ownerRows('select actor_kind, actor_id, at, action, subject, detail from audit order by sequence')
    ).toEqual([
      { ...who, actor_kind: 'respondent', actor_id: '2024/4204' },
      { ...who, actor_kind: 'person', actor_id: person.kind === 'person' && person.personId },
      { ...who, actor_kind: 'system', actor_id: 'audit' }
    ]);
  });

  it('goes when its transaction is rolled back', async () => {
    const work = db.transaction(system, async (tx) => {
      await recordAudit(tx, { at, chain: 'system', action: 'start', subject: 'x', detail: {} });
      throw new Error('failed later');
    });
    await expect(work).rejects.toThrow('failed later');
    expect(await ownerRows('select sequence from audit')).toEqual([]);
  });

  it.each([
    ['changed', `update audit set action = 'nothing'`],
    ['deleted', 'delete from audit'],
    ['truncated', 'truncate audit'],
    [
      'given another actor',
      `insert into audit (at, chain, action, subject, detail, actor_kind) values (now(), 'system', 'a', 's', '{}', 'person')`
    ],
    [
      'given a hash',
      `insert into audit (at, chain, action, subject, detail, hash) values (now(), 'system', 'a', 's', '{}', '')`
    ]
  ])('cannot be %s by any actor', async (_, sql) => {
    await record(system, 'system');
    await expect(db.transaction(system, (tx) => tx.query(sql))).rejects.toMatchObject({ code: 'not-found' });
    expect(await ownerRows('select action, actor_kind from audit')).toEqual([
      { action: 'submit', actor_kind: 'system' }
    ]);
  });

  it.each(['update audit set chain = chain', 'delete from audit where false', 'truncate audit'])(
    'is kept from the owner too: %s',
    async (sql) => {
      await expect(db.owner.query(sql)).rejects.toThrow('audit rows are never changed');
    }
  );

  it('is read by system actors only', async () => {
    await record(system, 'system');
    const read = (actor: Actor) => db.transaction(actor, (tx) => tx.query('select action from audit'));
    expect(await read(system)).toEqual([{ action: 'submit' }]);
    for (const actor of [person, respondent, { kind: 'public' } as const]) expect(await read(actor)).toEqual([]);
  });

  it.each<[string, string, string, () => Actor]>([
    ['respondent', 'another municipality', '4201', () => respondent],
    ['respondent', 'the system', 'system', () => respondent],
    ['person', 'a municipality in no round of theirs', '0301', () => person],
    ['person', 'the system', 'system', () => person],
    ['public', 'a municipality', '4204', () => ({ kind: 'public' })],
    ['public', 'the system', 'system', () => ({ kind: 'public' })]
  ])('of the actor %s stays out of the chain of %s', async (_kind, _whose, chain, actor) => {
    await expect(record(actor(), chain)).rejects.toMatchObject({ code: 'not-found' });
    expect(await ownerRows('select sequence from audit')).toEqual([]);
  });

  it('belongs to a municipality or to the system', async () => {
    await expect(record(system, 'Kristiansand')).rejects.toMatchObject({ code: 'rule-broken' });
  });
});

describe('the audit chain', () => {
  it('of an empty store is whole', async () => {
    expect(await verify()).toBeNull();
  });

  it('is one unbroken line per municipality when many write at once', async () => {
    const chains = Array.from({ length: 60 }, (_, index) => (index % 3 ? '4204' : '0301'));
    await Promise.all(chains.map((chain, index) => record(system, chain, `report/${index}`)));
    expect(await verify()).toBeNull();
    expect(
      await ownerRows(
        `select chain, count(*) as rows, count(distinct previous_hash) as links,
                count(*) filter (where previous_hash = '') as beginnings
         from audit
         group by chain
         order by chain`
      )
    ).toEqual([
      { chain: '0301', rows: 20, links: 20, beginnings: 1 },
      { chain: '4204', rows: 40, links: 40, beginnings: 1 }
    ]);
  });

  it('is the same seen from another time zone', async () => {
    await record(system, '4204');
    const found = await db.transaction(system, async (tx) => {
      await tx.query(`set local timezone = 'Pacific/Auckland'`);
      await tx.query(`set local datestyle = 'German'`);
      return verifyAuditChain(tx);
    });
    expect(found).toBeNull();
  });

  it.each<[string, string, AuditFault]>([
    [
      'a changed detail',
      `update audit set detail = '{"received": 70}' where sequence = 3`,
      { chain: '4204', sequence: 3, kind: 'changed' }
    ],
    [
      'a changed time',
      `update audit set at = at + interval '1 millisecond' where sequence = 3`,
      { chain: '4204', sequence: 3, kind: 'changed' }
    ],
    [
      'another actor',
      `update audit set actor_id = 'someone else' where sequence = 3`,
      { chain: '4204', sequence: 3, kind: 'changed' }
    ],
    [
      'a changed row with a new hash',
      `update audit set subject = 'x' where sequence = 3; update audit set hash = audit_hash(audit) where sequence = 3`,
      { chain: '4204', sequence: 5, kind: 'missing' }
    ],
    [
      'a changed last row with a new hash',
      `update audit set subject = 'x' where sequence = 5; update audit set hash = audit_hash(audit) where sequence = 5`,
      { chain: '4204', sequence: 5, kind: 'changed' }
    ],
    [
      'a row moved to another chain',
      `update audit set chain = '4601' where sequence = 3`,
      { chain: '4601', sequence: 3, kind: 'changed' }
    ],
    ['a removed first row', 'delete from audit where sequence = 1', { chain: '4204', sequence: 3, kind: 'missing' }],
    ['a removed row', 'delete from audit where sequence = 3', { chain: '4204', sequence: 5, kind: 'missing' }],
    ['a removed last row', 'delete from audit where sequence = 5', { chain: '4204', sequence: 5, kind: 'cut' }],
    ['a removed chain', `delete from audit where chain = '0301'`, { chain: '0301', sequence: 4, kind: 'cut' }],
    ['a removed head', `delete from audit_head where chain = '0301'`, { chain: '0301', sequence: 4, kind: 'head' }]
  ])('is broken by %s', async (_, tampering, fault) => {
    for (const chain of ['4204', '0301', '4204', '0301', '4204']) await record(system, chain);
    expect(await verify()).toBeNull();
    await tamper(tampering);
    expect(await verify()).toEqual(fault);
  });

  it('tells of every chain that is broken', async () => {
    for (const chain of ['4204', '0301', '4601', '4204', '0301']) await record(system, chain);
    await tamper('delete from audit where sequence in (1, 5)');
    expect(await db.transaction(system, findAuditFaults)).toEqual([
      { chain: '4204', sequence: 4, kind: 'missing' },
      { chain: '0301', sequence: 5, kind: 'cut' }
    ]);
  });

  it('is not called whole by one who cannot see it', async () => {
    await expect(db.transaction(person, verifyAuditChain)).rejects.toThrow('only a system actor');
    await expect(db.transaction(person, (tx) => findLostHeads(tx, []))).rejects.toThrow('only a system actor');
  });
});

describe('heads that were kept elsewhere', () => {
  const lostSince = async (tampering: string) => {
    for (const chain of ['4204', '0301', '4204']) await record(system, chain);
    const kept = await db.transaction(system, listAuditHeads);
    await record(system, '4204');
    expect(await db.transaction(system, (tx) => findLostHeads(tx, kept))).toEqual([]);
    await tamper(tampering);
    expect(await verify()).toBeNull();
    return db.transaction(system, (tx) => findLostHeads(tx, kept));
  };
  const headOf = (chain: string) => `
    update audit_head
    set (length, sequence, hash) = (
      select count(*) over (), sequence, hash from audit where chain = '${chain}' order by sequence desc limit 1
    )
    where chain = '${chain}'`;

  it('show a chain that was cut off together with its head', async () => {
    const cut = `delete from audit where chain = '4204' and sequence > 1; ${headOf('4204')}`;
    expect(await lostSince(cut)).toEqual([{ chain: '4204', sequence: 3, kind: 'shorter' }]);
  });

  it('show a chain that was written again together with its head', async () => {
    const again = `
      update audit set detail = '{"received": 1}' where sequence = 1;
      update audit set hash = audit_hash(audit) where sequence = 1;
      update audit set previous_hash = (select hash from audit where sequence = 1) where sequence = 3;
      update audit set hash = audit_hash(audit) where sequence = 3;
      update audit set previous_hash = (select hash from audit where sequence = 3) where sequence = 4;
      update audit set hash = audit_hash(audit) where sequence = 4;
      ${headOf('4204')}`;
    expect(await lostSince(again)).toEqual([{ chain: '4204', sequence: 3, kind: 'rewritten' }]);
  });

  it('show a chain that is gone together with its head', async () => {
    const gone = `delete from audit where chain = '0301'; delete from audit_head where chain = '0301'`;
    expect(await lostSince(gone)).toEqual([{ chain: '0301', sequence: 2, kind: 'shorter' }]);
  });
});
