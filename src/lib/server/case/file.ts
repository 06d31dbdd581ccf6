import { conditionKinds, type CaseFile, type Condition, type Proposal } from '#lib/domain/case/case-file.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import type { CaseKey } from './person.ts';

/** A case as it is kept. */
export type StoredCase = CaseFile &
  CaseKey & {
    unitNo: string;
    number: number;
    year: number;
    revision: number;
    legalGround: string;
    policeDistrict: string;
    channel: string;
    responsible: string | null;
    proposal: Proposal | null;
    proposed: Record<string, unknown> | null;
    unsentNotices: number;
  };

/** The column of each field that a step changes. */
const columnOf = {
  state: 'state',
  attendance: 'attendance',
  testing: 'testing',
  ageBand: 'age_band',
  responsibleId: 'responsible_id',
  registerBy: 'register_by',
  summonBy: 'summon_by',
  meetingBy: 'meeting_by',
  noticeBy: 'notice_by',
  summonses: 'summonses',
  meetingAt: 'meeting_at',
  meetingPlace: 'meeting_place',
  summonsChannel: 'summons_channel',
  delivery: 'delivery',
  isReminded: 'is_reminded',
  met: 'met',
  missed: 'missed',
  firstMetOn: 'first_met_on',
  testAt: 'test_at',
  tested: 'tested',
  task: 'task',
  transferredTo: 'transferred_to',
  closingCode: 'closing_code',
  closedOn: 'closed_on',
  deleteAfter: 'delete_after',
  archivedAt: 'archived_at',
  archiveReference: 'archive_reference',
  isHeld: 'is_held',
  holdReason: 'hold_reason',
  probationUntil: 'probation_until'
} as const satisfies Partial<Record<keyof CaseFile, string>>;

const days = [
  'registerBy',
  'summonBy',
  'meetingBy',
  'noticeBy',
  'firstMetOn',
  'closedOn',
  'deleteAfter',
  'probationUntil'
];
const fields = Object.entries(columnOf)
  .map(([field, column]) => `file.${column}${days.includes(field) ? '::text' : ''} as "${field}"`)
  .join(', ');
const columns = `
  file.municipality_no as "municipalityNo",
  file.id,
  file.unit_no as "unitNo",
  file.number,
  file.year,
  file.revision,
  file.legal_ground as "legalGround",
  file.police_district as "policeDistrict",
  file.channel,
  file.received_on::text as "receivedOn",
  file.decided_on::text as "decidedOn",
  responsible.name as responsible,
  case
    when file.proposed_event is not null then jsonb_build_object('event', file.proposed_event, 'by', file.proposed_by)
  end as proposal,
  file.proposal as proposed,
  (
    select count(*)::integer
    from case_notice as notice
    where notice.municipality_no = file.municipality_no and notice.case_id = file.id and notice.sent_on is null
  ) + (
    select count(*)::integer
    from dispatch
    where dispatch.municipality_no = file.municipality_no and dispatch.case_id = file.id
      and dispatch.kind = 'notice' and dispatch.task is not null
  ) as "unsentNotices",
  ${fields}`;

/** The cases of a unit that the actor sees, the oldest referral first. */
export function listCases(tx: Tx, unitNo: string): Promise<StoredCase[]> {
  return tx.query<StoredCase>(
    `select ${columns}
    from case_file as file
    left join app_case_people($1) as responsible on responsible.id = file.responsible_id
    where file.unit_no = $1
    order by file.received_on, file.year, file.number, file.municipality_no`,
    [unitNo]
  );
}

/** One case; null for those who do not see it. */
export async function findCase(tx: Tx, { municipalityNo, id }: CaseKey): Promise<StoredCase | null> {
  const [found] = await tx.query<StoredCase>(
    `select ${columns}
    from case_file as file
    left join lateral app_case_people(file.unit_no) as responsible on responsible.id = file.responsible_id
    where file.municipality_no = $1 and file.id::text = $2`,
    [municipalityNo, id]
  );
  return found ?? null;
}

/** Writes what a step changed. Somebody else who was first is a conflict. */
export async function changeCase(
  tx: Tx,
  { municipalityNo, id, revision }: CaseKey & { revision: number },
  change: Partial<CaseFile>,
  at: Date
): Promise<void> {
  const changed = Object.entries(change).filter(([field]) => field in columnOf);
  const sets = changed.map(([field], index) => `${columnOf[field as keyof typeof columnOf]} = $${index + 5}`);
  const rows = await tx.query(
    `update case_file
    set ${['revision = revision + 1', 'changed_at = $4', ...sets].join(', ')}
    where municipality_no = $1 and id = $2 and revision = $3
    returning id`,
    [municipalityNo, id, revision, at, ...changed.map(([, value]) => value)]
  );
  if (rows.length === 0) throw Problem.conflict('try-again');
}

/** The conditions of a case as they are now, attendance first. */
export function listConditions(tx: Tx, { municipalityNo, id }: CaseKey): Promise<Condition[]> {
  return tx.query<Condition>(
    `select distinct on (kind)
      kind,
      required,
      valid_from::text as from,
      valid_until::text as until,
      is_withdrawn as "isWithdrawn"
    from case_condition
    where municipality_no = $1 and case_id = $2
    order by kind, version desc`,
    [municipalityNo, id]
  );
}

/** Keeps new versions of conditions beside those that were. */
export async function addConditions(
  tx: Tx,
  { municipalityNo, id }: CaseKey,
  given: readonly Condition[],
  at: Date
): Promise<void> {
  for (const { kind, required, from, until, isWithdrawn } of given) {
    if (!conditionKinds.includes(kind)) throw new Error('unknown condition: ' + kind);
    await tx.query(
      `insert into case_condition (
        municipality_no, case_id, kind, version, required, valid_from, valid_until, is_withdrawn, recorded_at
      )
      select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7, $8
      from case_condition
      where municipality_no = $1 and case_id = $2 and kind = $3`,
      [municipalityNo, id, kind, required, from, until, isWithdrawn, at]
    );
  }
}

/** One thing that happened in a case, in codes and dates. */
export type CaseEventRow = {
  sequence: number;
  at: Date;
  event: string;
  by: string | null;
  confirmedBy: string | null;
  toState: string;
  recorded: Record<string, unknown>;
};

/** What happened in a case, the newest first. */
export function listEvents(
  tx: Tx,
  { municipalityNo, id, unitNo }: CaseKey & { unitNo: string }
): Promise<CaseEventRow[]> {
  return tx.query<CaseEventRow>(
    `select
      event.sequence,
      event.at,
      event.event,
      doer.name as by,
      second.name as "confirmedBy",
      event.to_state as "toState",
      event.recorded
    from case_event as event
    left join app_case_people($3) as doer on doer.id = event.by_person
    left join app_case_people($3) as second on second.id = event.confirmed_by
    where event.municipality_no = $1 and event.case_id = $2
    order by event.sequence desc`,
    [municipalityNo, id, unitNo]
  );
}
