import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { may, type Grant, type User } from '#lib/domain/access.ts';
import type { AuditFilter } from '#lib/domain/audit.ts';
import { roles, unitTypesOf } from '#lib/domain/role.ts';
import { chainOf, unitsAround, type Unit } from '#lib/domain/unit.ts';
import { recordAudit } from '#lib/server/audit.ts';
import {
  listAudit,
  listReportReaders,
  readAuditPage,
  recordAuditExport,
  recordAuditRead,
  recordReportRead,
  visitMinutes
} from '#lib/server/audit-log.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { addPerson } from '#lib/server/person.ts';
import { loadReference } from '#lib/server/reference.ts';
import { openTestDb } from '../support/test-db.ts';
import { addAdviser, openRounds, respondentOf, round } from '../support/rounds.ts';

const { geography } = loadReference('data');
const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00.123Z');
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
const everything: AuditFilter = { group: null, person: '', from: null, to: null };
const newest = { before: null, after: null, most: 100 };
const kristiansand: Unit = { unitType: 'municipality', unitId: '4204' };
const places: Unit[] = [
  { unitType: 'country', unitId: 'no' },
  ...['sor', 'midt'].map((unitId): Unit => ({ unitType: 'korus_region', unitId })),
  ...['42', '50'].map((unitId): Unit => ({ unitType: 'county', unitId })),
  ...['4204', '4223', '5001'].flatMap((unitId): Unit[] => [
    { unitType: 'municipality', unitId },
    { unitType: 'advisory_unit', unitId }
  ])
];
const everyGrant = roles.flatMap((role): Grant[] =>
  places.filter(({ unitType }) => unitTypesOf[role].includes(unitType)).map((unit) => ({ ...unit, role }))
);

let db: Store;
let me: string;
let adviser: Extract<Actor, { kind: 'person' }>;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  me = (await db.transaction(system, (tx) => addPerson(tx, { name: 'Astrid', email: 'astrid@example.no' }, at))).id;
  adviser = (await addAdviser(db, 'Ragnhild', 'sor')) as typeof adviser;
});
beforeEach(async () => {
  await db.owner.query('alter table audit disable trigger user; truncate audit, audit_head');
  await db.owner.query('alter table audit enable trigger user');
});
afterAll(() => db.close());

const asMe = (): Actor => ({ kind: 'person', personId: me });
const hold = async (grant: Grant) => {
  await db.owner.query('delete from role_grant where person_id = $1', [me]);
  await db.transaction(system, (tx) => giveGrant(tx, { ...grant, personId: me }, at));
};
const record = (chain: string, action = 'round_opened', actor: Actor = system, when = at, subject = 'x') =>
  db.transaction(actor, (tx) => recordAudit(tx, { at: when, chain, action, subject, detail: {} }));
const read = (chain: string, filter: Partial<AuditFilter> = {}, actor: Actor = adviser) =>
  db.transaction(actor, (tx) => listAudit(tx, chain, { ...everything, ...filter }, newest));
const actionsIn = async (chain: string, filter: Partial<AuditFilter> = {}) =>
  (await read(chain, filter)).map(({ action }) => action);

describe('the audit of a unit', () => {
  it(`is read as access.ts says, for ${everyGrant.length} grants and ${places.length} units`, async () => {
    for (const grant of everyGrant) {
      await hold(grant);
      await db.owner.query('alter table audit disable trigger user; truncate audit, audit_head');
      await db.owner.query('alter table audit enable trigger user');
      await db.transaction(system, async (tx) => {
        for (const unit of places) {
          const entry = { at, chain: chainOf(unit), action: 'report_submitted', subject: 'x', detail: { version: 1 } };
          await recordAudit(tx, { ...entry, change: { cases_received: [null, { status: 'reported', value: 3 }] } });
        }
      });
      const user: User = { kind: 'person', personId: me, name: 'Astrid', scope: 'everything', grants: [grant] };
      for (const unit of places) {
        const around = unitsAround(geography, unit);
        const rows = await read(chainOf(unit), {}, asMe());
        const told = JSON.stringify({ grant, unit });
        expect(rows.length, told).toBe(may(user, { action: 'read_audit', around }) ? 1 : 0);
        for (const { change, changeText } of rows) {
          const isMunicipality = unit.unitType === 'municipality';
          const isOpen = isMunicipality && may(user, { action: 'read_answer_changes', around });
          expect([change !== null, changeText !== null], told).toEqual([isOpen, isOpen]);
        }
      }
    }
  });

  it('is closed to the public, to links, and to a session that may only answer', async () => {
    await record('4204');
    await hold({ ...kristiansand, role: 'administrator' });
    expect(await read('4204', {}, asMe())).toHaveLength(2);
    const others: Actor[] = [
      { kind: 'public' },
      respondentOf('4204'),
      { kind: 'person', personId: me, scope: 'answers' }
    ];
    for (const actor of others) expect(await read('4204', {}, actor)).toEqual([]);
  });

  it('tells when in UTC, from where, who and what of every row', async () => {
    const store = db.from('192.0.2.7');
    await store.transaction(adviser, (tx) =>
      recordReportRead(tx, { roundId: round.id, municipalityNo: '4204', version: 2 }, at)
    );
    await store.transaction(respondentOf('4204'), (tx) =>
      recordAudit(tx, { at, chain: '4204', action: 'draft_begun', subject: 'sor-2024/4204', detail: {} })
    );
    expect(await read('4204')).toMatchObject([
      { at, origin: '192.0.2.7', actorKind: 'respondent', actorId: 'sor-2024/4204', action: 'draft_begun' },
      {
        ...{ at, origin: '192.0.2.7', actorKind: 'person', actorId: adviser.personId, actorName: 'Ragnhild' },
        ...{ action: 'report_read', subject: 'sor-2024/4204', detail: { version: 2 } }
      }
    ]);
    const { rows } = await db.owner.query(
      `select
        count(*) filter (where at is null or actor_kind is null or action = '' or subject is null) as lacking,
        (select data_type from information_schema.columns where table_name = 'audit' and column_name = 'at') as type
      from audit`
    );
    expect(rows).toEqual([{ lacking: 0, type: 'timestamp with time zone' }]);
  });

  it('carries what its hashes are made of, so that the reader can check the chain', async () => {
    const detail = { version: 2, hash: 'ø"', until: null };
    await db.from('192.0.2.7').transaction(system, async (tx) => {
      const change = { web_info: [null, { status: 'reported', value: 'yes' }] as [unknown, unknown] };
      await recordAudit(tx, { at, chain: '4204', action: 'report_submitted', subject: 's', detail, change });
    });
    await record('4204');
    let previous = '';
    for (const row of (await read('4204')).toReversed()) {
      expect(row.previousHash).toBe(previous);
      const when = row.at.toISOString().replace('Z', '000Z');
      const told = ['4204', when, row.actorKind, row.actorId, row.action, row.subject];
      const parts = [String(row.sequence), ...told.map((part) => JSON.stringify(part)), row.detailText];
      if (row.origin ?? row.changeText) parts.push(JSON.stringify(row.origin), row.changeText ?? 'null');
      const content = Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(`[${parts.join(', ')}]`)]);
      previous = createHash('sha256').update(content).digest('hex');
      expect(row.hash).toBe(previous);
    }
  });
});

describe('a filter', () => {
  it('takes one kind of rows', async () => {
    for (const action of ['report_read', 'report_submitted', 'grant_given', 'link_shown']) await record('4204', action);
    expect(await actionsIn('4204', { group: 'seen' })).toEqual(['report_read']);
    expect(await actionsIn('4204', { group: 'changed' })).toEqual(['report_submitted']);
    expect(await actionsIn('4204', { group: 'access' })).toEqual(['link_shown', 'grant_given']);
    expect(await actionsIn('4204', { group: 'mail' })).toEqual([]);
  });

  it('finds a person who did something, or whom it was done to, by a part of the name', async () => {
    await record('4204', 'link_shown', adviser);
    await record('4204', 'grant_given', system, at, me);
    await record('4204', 'round_opened');
    expect(await actionsIn('4204', { person: 'ragn' })).toEqual(['link_shown']);
    expect(await actionsIn('4204', { person: 'ASTRID' })).toEqual(['grant_given']);
    expect(await actionsIn('4204', { person: '%' })).toEqual([]);
    expect(await actionsIn('4204', { person: 'Nobody' })).toEqual([]);
  });

  it('counts days as they are in Norway', async () => {
    await record('4204', 'draft_begun', system, new Date('2024-02-29T22:59:59Z'));
    await record('4204', 'report_read', system, new Date('2024-02-29T23:00:00Z'));
    await record('4204', 'link_shown', system, new Date('2024-03-01T23:00:00Z'));
    expect(await actionsIn('4204', { from: '2024-03-01', to: '2024-03-01' })).toEqual(['report_read']);
    expect(await actionsIn('4204', { to: '2024-02-29' })).toEqual(['draft_begun']);
    expect(await actionsIn('4204', { from: '2024-03-02' })).toEqual(['link_shown']);
  });

  it('is turned a page at a time, in both directions', async () => {
    for (let count = 0; count < 7; count += 1) {
      await record('4204', 'report_read');
      await record('4223', 'report_read');
      await record('4204', 'link_shown');
    }
    const page = (place: { before?: number; after?: number }) =>
      db.transaction(adviser, (tx) =>
        readAuditPage(tx, '4204', { ...everything, group: 'seen' }, { before: null, after: null, most: 3, ...place })
      );
    const first = await page({});
    const second = await page({ before: first.rows.at(-1)?.sequence ?? 0 });
    const third = await page({ before: second.rows.at(-1)?.sequence ?? 0 });
    expect([first, second, third].map(({ rows, hasOlder, hasNewer }) => [rows.length, hasOlder, hasNewer])).toEqual([
      [3, true, false],
      [3, true, true],
      [1, false, true]
    ]);
    const back = await page({ after: third.rows[0]?.sequence ?? 0 });
    expect(back).toEqual({ ...second, hasOlder: true, hasNewer: true });
    expect(await page({ after: back.rows[0]?.sequence ?? 0 })).toEqual({ ...first, hasOlder: true, hasNewer: false });
  });
});

describe('reading', () => {
  const visits = async (chain: string) =>
    (await db.owner.query(`select actor_id from audit where chain = $1 and action = 'audit_read'`, [chain])).rowCount;
  const visit = (chain: string, when: Date, actor: Actor = adviser) =>
    db.transaction(actor, (tx) => recordAuditRead(tx, chain, when));

  it('of the audit is told of once a visit, for each person and unit', async () => {
    await visit('4204', at);
    await visit('4204', minutes(visitMinutes - 1));
    expect(await visits('4204')).toBe(1);
    await visit('4223', minutes(1));
    await hold({ ...kristiansand, role: 'administrator' });
    await visit('4204', minutes(1), asMe());
    expect([await visits('4204'), await visits('4223')]).toEqual([2, 1]);
    await visit('4204', minutes(visitMinutes));
    expect(await visits('4204')).toBe(3);
  });

  it('of the audit as a file is told of each time, without the name that was searched for', async () => {
    const filter: AuditFilter = { group: 'seen', person: 'Ola', from: '2024-03-01', to: null };
    for (const when of [at, at]) await db.transaction(adviser, (tx) => recordAuditExport(tx, '4204', filter, when));
    expect((await read('4204')).map(({ detail }) => detail)).toEqual(
      [1, 2].map(() => ({ group: 'seen', from: '2024-03-01', to: null }))
    );
  });

  it('of an answer is told to its own municipality only, in its own round', async () => {
    const readReport = (municipalityNo: string, when: Date) =>
      db.transaction(adviser, (tx) => recordReportRead(tx, { roundId: round.id, municipalityNo, version: 1 }, when));
    await readReport('4204', at);
    await readReport('4204', minutes(3));
    await readReport('4223', minutes(4));
    const readersFor = (actor: Actor) => db.transaction(actor, listReportReaders);
    expect(await readersFor(respondentOf('4204'))).toEqual([{ name: 'Ragnhild', lastAt: minutes(3) }]);
    expect(await readersFor(respondentOf('4205'))).toEqual([]);
    expect(await readersFor(respondentOf('4204', 'sor-2023'))).toEqual([]);
    expect(await readersFor(adviser)).toEqual([]);
    await expect(readReport('5001', at)).rejects.toMatchObject({ code: 'not-found' });
  });
});
