import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/access.ts';
import { listReadings } from '#lib/server/case/reading.ts';
import { readPerson, type CaseKey } from '#lib/server/case/person.ts';
import { addReferral } from '#lib/server/case/referral.ts';
import { takeStep } from '#lib/server/case/step.ts';
import { decideSetting, listUnits, openUnit } from '#lib/server/case/unit.ts';
import { proposedSetting } from '#lib/domain/case/case-setting.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import {
  at,
  caseRoles,
  caseUnits,
  fictitious,
  masters,
  openCaseUnits,
  type CaseRole,
  type CaseScene,
  type UnitNo
} from '../../support/case-units.ts';
import { addWith } from '../../support/people.ts';
import { openTestDb } from '../../support/test-db.ts';

/** Rows that each role sees of its own unit: one case has tests as a condition, which a sampler sees, and one has none. */
const seen: Record<string, Record<CaseRole, number>> = {
  case_unit: { case_officer: 1, unit_leader: 1, sampler: 1, archivist: 1 },
  case_unit_area: { case_officer: 1, unit_leader: 1, sampler: 1, archivist: 1 },
  case_unit_setting: { case_officer: 1, unit_leader: 1, sampler: 1, archivist: 1 },
  case_key: { case_officer: 1, unit_leader: 1, sampler: 1, archivist: 1 },
  case_file: { case_officer: 2, unit_leader: 2, sampler: 1, archivist: 2 },
  case_person: { case_officer: 2, unit_leader: 2, sampler: 1, archivist: 2 },
  case_condition: { case_officer: 2, unit_leader: 2, sampler: 2, archivist: 2 },
  case_event: { case_officer: 5, unit_leader: 5, sampler: 4, archivist: 5 },
  case_notice: { case_officer: 1, unit_leader: 1, sampler: 1, archivist: 1 },
  case_count: { case_officer: 1, unit_leader: 1, sampler: 0, archivist: 1 },
  case_tombstone: { case_officer: 0, unit_leader: 1, sampler: 0, archivist: 1 },
  case_document: { case_officer: 1, unit_leader: 1, sampler: 0, archivist: 1 },
  case_export: { case_officer: 1, unit_leader: 1, sampler: 1, archivist: 1 },
  case_incoming: { case_officer: 1, unit_leader: 1, sampler: 0, archivist: 0 },
  self_referral: { case_officer: 1, unit_leader: 1, sampler: 0, archivist: 0 },
  dispatch: { case_officer: 2, unit_leader: 2, sampler: 0, archivist: 2 },
  dispatch_event: { case_officer: 2, unit_leader: 2, sampler: 0, archivist: 2 }
};
/** Which unit a row belongs to: a municipality of the scene hosts its own. */
const unitOf = (table: string) => (/^case_unit(_setting)?$/.test(table) ? 'unit_no' : 'municipality_no');

const strangers: Record<string, Grant | null> = {
  respondent: { role: 'respondent', unitType: 'municipality', unitId: '4204' },
  adviser: { role: 'adviser', unitType: 'korus_region', unitId: 'sor' },
  governor: { role: 'governor', unitType: 'county', unitId: '42' },
  'administrator of the municipality': { role: 'administrator', unitType: 'municipality', unitId: '4204' },
  'administrator of the region': { role: 'administrator', unitType: 'korus_region', unitId: 'sor' },
  'administrator of the country': { role: 'administrator', unitType: 'country', unitId: 'norge' },
  'person without a role': null
};
const others: Record<string, Actor> = {
  'the public': { kind: 'public' },
  'the link of the municipality': { kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204' },
  ...Object.fromEntries(
    ['outbox', 'statistics', 'upkeep', 'session', 'demonstration'].map((task) => [
      `the task ${task}`,
      { kind: 'system', task }
    ])
  )
};

let db: Store;
let scene: CaseScene;
let tables: string[];
const actors = new Map<string, Actor>(Object.entries(others));
const worker = (role: CaseRole, unitNo: UnitNo) => scene.people.get(`${role} ${unitNo}`)!;
const outsiders = [
  ...Object.keys(strangers),
  ...Object.keys(others),
  ...caseRoles.map((role) => `${role} of another unit`),
  ...caseRoles.map((role) => `${role} who signed in by e-mail`)
];

beforeAll(async () => {
  db = await openTestDb();
  scene = await openCaseUnits(db);
  for (const [name, grant] of Object.entries(strangers)) {
    const { actor } = await addWith(db, name, grant ? [grant] : [], at);
    actors.set(name, { ...actor, scope: 'everything' });
  }
  for (const role of caseRoles) {
    actors.set(`${role} of another unit`, worker(role, '5001').actor);
    actors.set(`${role} who signed in by e-mail`, { ...worker(role, '4204').actor, scope: 'answers' } as Actor);
  }
  const { rows } = await db.owner.query<{ name: string }>(
    `select table_name as name
    from information_schema.tables
    where table_schema = 'public' and table_name ~ '^(case|dispatch|self)(_|$)'
    order by table_name`
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => db.close());

const rowsOf = (actor: Actor, table: string, unitNo: UnitNo) =>
  db.transaction(actor, async (tx) => {
    const [row] = await tx.query<{ seen: number }>(
      `select count(*)::int as seen from ${table} where ${unitOf(table)} = $1`,
      [unitNo]
    );
    return row?.seen;
  });
/** What a statement came to: how many rows, or that it was refused. */
const outcomeOf = (actor: Actor, sql: string, params: unknown[] = []) =>
  db
    .transaction(actor, (tx) => tx.query(sql, params))
    .then(
      (rows) => rows.length,
      (error: unknown) => (error instanceof Problem ? error.code : error)
    );

describe('the rows of a unit’s cases', () => {
  it('stand in every table that is asked about', () => {
    expect(tables).toEqual(expect.arrayContaining(Object.keys(seen)));
  });

  const cells = Object.entries(seen).flatMap(([table, byRole]) =>
    caseRoles.map((role) => [table, role, byRole[role]] as const)
  );
  it.each(cells)('%s: the %s sees %i of the own unit and none of another', async (table, role, expected) => {
    for (const [own, other] of [caseUnits, [...caseUnits].reverse() as [UnitNo, UnitNo]]) {
      const { actor } = worker(role, own);
      expect([await rowsOf(actor, table, own), await rowsOf(actor, table, other)]).toEqual([expected, 0]);
    }
  });

  it.each(outsiders)('are not seen by the %s, in any table', async (name) => {
    const actor = actors.get(name)!;
    const found: string[] = [];
    for (const table of tables) {
      const hasUnit = table in seen;
      const count = hasUnit
        ? await rowsOf(actor, table, '4204')
        : await outcomeOf(actor, `select 1 from ${table} limit 1`);
      if (count !== 0 && count !== 'not-found') found.push(`${table}: ${count}`);
    }
    expect(found).toEqual([]);
  });

  it.each(outsiders)('are neither changed nor removed by the %s', async (name) => {
    const actor = actors.get(name)!;
    const { rows } = await db.owner.query<{ name: string; column: string }>(
      `select table_name as name, min(column_name) as column
      from information_schema.column_privileges as may_change
      join information_schema.column_privileges as may_read using (grantee, table_name, column_name)
      where grantee = 'regionspeil_app'
        and may_change.privilege_type = 'UPDATE'
        and may_read.privilege_type = 'SELECT'
        and table_name = any ($1)
      group by table_name`,
      [Object.keys(seen)]
    );
    expect(rows.length).toBeGreaterThan(4);
    const done: string[] = [];
    const attempt = async (sql: string, table: string) => {
      const count = await outcomeOf(actor, `${sql} where ${unitOf(table)} = '4204' returning ${unitOf(table)}`);
      if (count !== 0 && count !== 'not-found') done.push(`${sql}: ${String(count)}`);
    };
    for (const { name: table, column } of rows) await attempt(`update ${table} set ${column} = ${column}`, table);
    for (const table of Object.keys(seen)) await attempt(`delete from ${table}`, table);
    expect(done).toEqual([]);
  });

  it.each(caseRoles)('are removed by no %s of the own unit either', async (role) => {
    // An officer takes a document away that was attached by mistake.
    const kept = Object.keys(seen).filter((table) => !(role === 'case_officer' && table === 'case_document'));
    for (const table of kept) {
      const count = await outcomeOf(worker(role, '4204').actor, `delete from ${table} returning ${unitOf(table)}`);
      expect([0, 'not-found'], table).toContain(count);
    }
  });
});

describe('what the application does with a case', () => {
  const key = (): CaseKey => scene.cases['4204'].tested;

  it.each(outsiders)('is refused to the %s, who leaves no trace', async (name) => {
    const actor = actors.get(name)!;
    const counted = async () => (await db.owner.query(`select from audit where chain = 'unit-4204'`)).rowCount;
    const before = await counted();
    const register = (tx: Parameters<Parameters<typeof db.transaction>[1]>[0]) => ({ tx, masters, at });
    expect(await db.transaction(actor, (tx) => readPerson(register(tx), key(), 'page'))).toBeNull();
    expect(await db.transaction(actor, (tx) => listReadings(tx, key()))).toEqual([]);
    const units = await db.transaction(actor, listUnits);
    expect(units.filter(({ unitNo }) => unitNo === '4204')).toEqual([]);
    expect(await outcomeOf(actor, `select * from app_case_people('4204')`)).toBe(0);
    expect(await outcomeOf(actor, `select app_purge_case('4204', $1, now(), '2030-01-01')`, [key().id])).toBe(
      'not-found'
    );
    const personId = actor.kind === 'person' ? actor.personId : null;
    const doer = { part: 'case_officer', personId } as const;
    await expect(
      db.transaction(actor, (tx) => takeStep(tx, key(), { event: 'no_show', given: {}, doer }, at))
    ).rejects.toMatchObject({ code: 'not-found' });
    const referral = {
      ...{ unitNo: '4204', municipalityNo: '4204', receivedOn: '2024-03-05', decidedOn: '2024-02-20' },
      ...({ probationUntil: null, channel: 'letter', legalGround: 'conditional_waiver', policeDistrict: '' } as const),
      person: { ...fictitious, reference: name }
    };
    await expect(db.transaction(actor, (tx) => addReferral(register(tx), referral, doer))).rejects.toThrow();
    const setting = { ...proposedSetting, validFrom: '2025-01-01' };
    await expect(
      db.transaction(actor, (tx) => decideSetting(tx, { unitNo: '4204', by: personId, setting }, at))
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(db.transaction(actor, (tx) => openUnit(tx, { unitNo: '4203' }, at))).rejects.toMatchObject({
      code: 'not-found'
    });
    expect(await counted()).toBe(before);
  });

  it.each([
    ['case_officer', true],
    ['unit_leader', true],
    ['sampler', true],
    ['archivist', false]
  ] as const)('tells the %s who it is about while a test is planned: %s', async (role, isTold) => {
    const read = (about: CaseKey) =>
      db.transaction(worker(role, '4204').actor, (tx) => readPerson({ tx, masters, at }, about, 'page'));
    expect((await read(key())) !== null).toBe(isTold);
    const { plain } = scene.cases['4204'];
    expect((await read(plain)) !== null).toBe(role === 'case_officer' || role === 'unit_leader');
  });
});
