import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { openTestDb } from '../../support/test-db.ts';

const units = ['4204', '4203'];
const caseRoles = ['case_officer', 'unit_leader', 'sampler', 'archivist'];
const outside = [
  ['respondent', 'municipality', '4204'],
  ['adviser', 'korus_region', 'sor'],
  ['governor', 'county', '42'],
  ['administrator', 'municipality', '4204'],
  ['administrator', 'country', 'norge']
] as const;
const made = '2026-03-02T09:00:00Z';
const marked = '2999-01-01';

const idOf = (...parts: string[]) => {
  const digits = [...parts.join('/')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);
  return `00000000-0000-4000-8000-${String(digits).padStart(12, '0')}`;
};
const caseOf = (unit: string) => idOf('case', unit);

/** A row of each table for a unit, as `who` would write it. */
function rowsOf(unit: string, who: string | null): Record<string, Record<string, unknown>> {
  const place = { municipality_no: unit, case_id: caseOf(unit) };
  const sealed = Buffer.from('sealed');
  return {
    case_unit: { unit_no: unit, opened_at: made },
    case_unit_area: { municipality_no: unit, unit_no: unit, valid_from: '2026-01-01' },
    case_letterhead: {
      ...{ unit_no: unit, valid_from: '2026-01-01', decided_at: made, decided_by: who, minutes: 45 },
      ...{ unit_title: 'enheten', street: 'Gata 1', postcode: '0000', town: 'Byen', phone: '00000000', office: 'rom 2' }
    },
    case_prosecution: {
      ...{ unit_no: unit, police_district: 'Agder', valid_from: '2026-01-01', decided_at: made, decided_by: who },
      ...{ organisation_no: '310000019', office: 'Påtalen', street: 'Boks 1', postcode: '0000', town: 'Byen' }
    },
    case_unit_setting: {
      ...{ unit_no: unit, valid_from: '2026-01-01', register_days: 5, summon_days: 5, meeting_days: 20 },
      ...{ notice_days: 5, least_warning_days: 5, reminder_hours: 24, retention_months: 12, least_attempts: 2 },
      ...{ attendances: 1, decided_at: made, decided_by: who }
    },
    case_key: { municipality_no: unit, edition: 1, master: 'first', wrapped: sealed, made_at: made },
    case_file: {
      ...{ municipality_no: unit, id: caseOf(unit), unit_no: unit, number: 1, year: 2026, state: 'received' },
      ...{ attendance: 'not_summoned', testing: 'not_required', reference_digest: sealed, police_district: 'agder' },
      ...{ legal_ground: 'waiver', decided_on: '2026-02-01', received_on: '2026-03-01', channel: 'manual' },
      ...{ created_at: made, changed_at: made }
    },
    case_person: { ...place, key_edition: 1, reference: sealed, name: sealed, changed_at: made },
    case_condition: {
      ...{ ...place, kind: 'attendance', version: 1, required: 1, recorded_at: made },
      ...{ valid_from: '2026-01-01', valid_until: '2026-12-31' }
    },
    case_event: {
      ...{ ...place, sequence: 1, at: made, event: 'referral_received', role: 'case_officer', by_person: who },
      ...{ to_state: 'received', recorded: '{}' }
    },
    case_notice: {
      ...{ ...place, number: 1, kind: 'no_show', due_on: '2026-03-09', made_at: made },
      ...{ channel: 'post', sent_on: '2026-03-03' }
    },
    case_export: {
      ...{ ...place, number: 1, made_at: made, made_by: who ?? idOf('archivist', unit), documents: 1 },
      sha256: 'a'.repeat(64)
    },
    case_count: {
      ...{ municipality_no: unit, id: idOf('count', unit), received_month: '2025-01-01', closed_month: '2025-03-01' },
      ...{ is_under_18: false, is_met: false, is_missed: false, closing_code: 'fulfilled' }
    },
    self_referral: { municipality_no: unit, month: '2025-01-01', source: 'school', count: 1, changed_at: made },
    case_tombstone: {
      ...{ municipality_no: unit, case_id: idOf('gone', unit), purged_month: '2026-02-01' },
      ...{ closing_code: 'fulfilled', backups_until: '2026-06-01' }
    },
    dispatch: {
      ...{ ...place, id: idOf('dispatch', unit), unit_no: unit, kind: 'summons', channel: 'letter', content: sealed },
      ...{ due_at: made, created_at: made, created_by: who }
    },
    dispatch_event: { municipality_no: unit, dispatch_id: idOf('dispatch', unit), at: made, state: 'queued' }
  };
}
const tables = Object.keys(rowsOf('4204', null));
/** What tells the unit of a row. */
const unitOf = (table: string) => (/^case_(unit|letterhead|prosecution)/.test(table) ? 'unit_no' : 'municipality_no');

const everybody = caseRoles;
const leading = ['unit_leader'];
const working = ['case_officer', 'unit_leader'];
const seeing = ['case_officer', 'unit_leader', 'archivist'];
/** Who of a unit adds and changes rows of a case that asks for no test; from outside it nobody does. */
const rights: Record<string, { adds: string[]; changes?: string[]; mark?: string }> = {
  case_unit: { adds: leading },
  case_unit_area: { adds: leading, changes: [], mark: 'valid_until' },
  case_letterhead: { adds: leading },
  case_prosecution: { adds: leading },
  case_unit_setting: { adds: leading },
  case_key: { adds: working, changes: [], mark: 'master' },
  case_file: { adds: ['case_officer'], changes: everybody, mark: 'changed_at' },
  case_person: { adds: ['case_officer'], changes: ['case_officer'], mark: 'changed_at' },
  case_condition: { adds: seeing },
  case_event: { adds: seeing },
  case_notice: { adds: seeing, changes: seeing, mark: 'receipted_at' },
  case_export: { adds: [] },
  case_count: { adds: [] },
  self_referral: { adds: working, changes: working, mark: 'changed_at' },
  case_tombstone: { adds: [] },
  dispatch: { adds: working, changes: working, mark: 'due_at' },
  dispatch_event: { adds: working }
};

type Somebody = { name: string; role: string; unit: string; personId: string | null; actor: Actor };
const somebody = (role: string, unit: string): Somebody => {
  const personId = idOf(role, unit);
  return { name: `${role} of ${unit}`, role, unit, personId, actor: { kind: 'person', scope: 'everything', personId } };
};
const workers = units.flatMap((unit) => caseRoles.map((role) => somebody(role, unit)));
const nobodyHere = (name: string, actor: Actor): Somebody => ({
  name,
  role: 'none',
  unit: 'none',
  personId: null,
  actor
});
const others: Somebody[] = [
  ...outside.map(([role, , unit]) => somebody(role, unit)),
  nobodyHere('an officer by e-mail', { kind: 'person', scope: 'answers', personId: idOf('case_officer', '4204') }),
  nobodyHere('the public', { kind: 'public' }),
  nobodyHere('a respondent', { kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204' }),
  nobodyHere('another task', { kind: 'system', task: 'outbox' })
];

let db: Store;
const insert = (table: string, row: Record<string, unknown>): [string, unknown[]] => [
  `insert into ${table} (${Object.keys(row).join(', ')})
  values (${Object.keys(row)
    .map((_, index) => `$${index + 1}`)
    .join(', ')})`,
  Object.values(row)
];
const added = async (sql: [string, unknown[]], actor: Actor): Promise<boolean> => {
  const refusal = new Error('not kept');
  const failure = await db
    .transaction(actor, async (tx) => {
      await tx.query(...sql);
      throw refusal;
    })
    .catch((error: unknown) => error);
  if (failure === refusal) return true;
  const status = (failure as { status?: number }).status;
  if (status !== 404 && status !== 409) throw failure;
  return status === 409; // it was there already: nothing else stood in the way
};

beforeAll(async () => {
  db = await openTestDb();
  const grants = [
    ...units.flatMap((unit) => caseRoles.map((role) => [role, 'advisory_unit', unit] as const)),
    ...outside
  ];
  for (const [role, unitType, unitId] of grants) {
    const id = idOf(role, unitId);
    await db.owner.query(
      ...insert('person', { id, name: role, email: `${role}-${unitId}@kommune.example`, created_at: made })
    );
    await db.owner.query(
      ...insert('role_grant', { person_id: id, role, unit_type: unitType, unit_id: unitId, granted_at: made })
    );
  }
  for (const unit of units) {
    const rows = rowsOf(unit, idOf('case_officer', unit));
    for (const [table, row] of Object.entries(rows)) await db.owner.query(...insert(table, row));
  }
});
afterAll(() => db.close());

describe.each(tables)('%s', (table) => {
  const { adds } = rights[table] ?? { adds: [] };

  it('is added to by those of the unit who may, and by nobody for another unit', async () => {
    for (const { name, role, unit, personId, actor } of [...workers, ...others]) {
      for (const target of units) {
        const row = rowsOf(target, personId)[table] ?? {};
        const wanted = adds.includes(role) && unit === target;
        expect(await added(insert(table, row), actor), `${name} for ${target}`).toBe(wanted);
      }
    }
  });
});

describe.each(tables.filter((table) => rights[table]?.mark))('%s', (table) => {
  const { changes, mark } = rights[table] ?? {};

  it('is changed by those of the unit who may, and nowhere else', async () => {
    for (const { name, role, unit, actor } of [...workers, ...others]) {
      const state = table === 'dispatch' ? `, state = 'handed_over'` : '';
      await db.transaction(actor, (tx) => tx.query(`update ${table} set ${mark} = '${marked}'${state}`));
      const { rows } = await db.owner.query<{ of: string }>(
        `select ${unitOf(table)} as of from ${table} where ${mark} = '${marked}'`
      );
      expect(
        rows.map(({ of }) => of),
        name
      ).toEqual(changes?.includes(role) ? [unit] : []);
      const before =
        mark === 'master' ? `'first'` : /^(valid_until|receipted_at)$/.test(mark ?? '') ? 'null' : `'${made}'`;
      await db.owner.query(`update ${table} set ${mark} = ${before}`);
    }
  });
});
