import { randomUUID } from 'node:crypto';
import {
  nextDispatchState,
  type DispatchChange,
  type DispatchChannel,
  type DispatchKind,
  type DispatchState,
  type DispatchTask,
  type Outgoing
} from '#lib/domain/case/dispatch.ts';
import { chainOf } from '#lib/domain/unit.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { tellCase } from './case-effect.ts';

/** Who keeps content unreadable in the store; `context` binds it to its row. */
export type Vault = {
  seal: (tx: Tx, municipalityNo: string, context: string, content: Buffer) => Promise<Buffer>;
  open: (tx: Tx, municipalityNo: string, context: string, sealed: Buffer) => Promise<Buffer>;
};

export type DispatchKey = { municipalityNo: string; id: string };
/** A message as those who work with the case see it, without what it says. */
export type Dispatch = DispatchKey & {
  caseId: string;
  kind: DispatchKind;
  /** Of the summons or notice in its case; null for what was queued without one. */
  number: number | null;
  channel: DispatchChannel;
  state: DispatchState;
  way: 'digital' | 'paper' | null;
  /** The carrier's own word, or the code of a failure. */
  externalStatus: string | null;
  failureCode: string | null;
  task: DispatchTask | null;
  attempts: number;
  createdAt: Date;
  dueAt: Date;
  acceptedAt: Date | null;
};

type NewDispatch = {
  municipalityNo: string;
  caseId: string;
  kind: DispatchKind;
  message: Outgoing;
  number?: number | null;
};

/** Once a meeting is over or off, its letters and reminders need nobody to send or to phone in their stead. */
const openTask = `
  case
    when task = 'look_into' or kind = 'notice' or number is null or exists (
      select
      from case_file
      where case_file.municipality_no = dispatch.municipality_no and case_file.id = dispatch.case_id
        and case_file.state = 'active' and case_file.attendance = 'summoned' and case_file.summonses = dispatch.number
    )
    then task
  end`;
const columns = `
  municipality_no as "municipalityNo", id, case_id as "caseId", kind, number, channel, state, way,
  external_status as "externalStatus", failure_code as "failureCode", ${openTask} as task, attempts, created_at as "createdAt", due_at as "dueAt",
  accepted_at as "acceptedAt"`;

/** What binds sealed content to its row: moved to another it cannot be opened. */
export function contextOf({ municipalityNo, id }: DispatchKey): string {
  return `dispatch/${municipalityNo}/${id}`;
}

/** The case that a message belongs to, and the unit whose audit tells of it. */
export type DispatchCase = { unitNo: string; caseId: string };

/** Where the audit tells of a message: in the chain of its unit, under its case. */
export function auditPlaceOf({ unitNo, caseId }: DispatchCase): { chain: string; subject: string } {
  return { chain: chainOf({ unitType: 'advisory_unit', unitId: unitNo }), subject: `case/${caseId}` };
}

/**
 * Puts a message in the outbox, in the transaction of what it tells about; it does not leave before `dueAt`. Returns its
 * id, which is also the reference that carriers know it by.
 */
export async function queueDispatch(
  tx: Tx,
  vault: Vault,
  { municipalityNo, caseId, kind, message, number = null }: NewDispatch,
  { at, by, dueAt = at }: { at: Date; by: string | null; dueAt?: Date }
): Promise<string> {
  const key = { municipalityNo, id: randomUUID() };
  const content = await vault.seal(tx, municipalityNo, contextOf(key), Buffer.from(JSON.stringify(message)));
  const [found] = await tx.query<{ unitNo: string }>(
    `select unit_no as "unitNo" from case_file where municipality_no = $1 and id = $2`,
    [municipalityNo, caseId]
  );
  if (!found) throw Problem.notFound();
  await tx.query(
    `insert into dispatch (
      municipality_no, id, case_id, unit_no, kind, channel, content, due_at, created_at, created_by, number
    ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [municipalityNo, key.id, caseId, found.unitNo, kind, message.channel, content, dueAt, at, by, number]
  );
  await recordDispatchEvent(tx, key, { state: 'queued', code: null }, at);
  const detail = { message: key.id, kind, channel: message.channel };
  const place = auditPlaceOf({ unitNo: found.unitNo, caseId });
  await recordAudit(tx, { at, ...place, action: 'dispatch_queued', detail });
  return key.id;
}

/** The messages of a case, the newest first. */
export function listDispatches(tx: Tx, municipalityNo: string, caseId: string): Promise<Dispatch[]> {
  return tx.query<Dispatch>(
    `select ${columns} from dispatch where municipality_no = $1 and case_id = $2 order by created_at desc, id`,
    [municipalityNo, caseId]
  );
}

/** The messages that someone must do something about, the oldest first; `tasks` of one municipality. */
export function listDispatchTasks(tx: Tx, municipalityNo: string): Promise<Dispatch[]> {
  return tx.query<Dispatch>(
    `select ${columns} from dispatch where municipality_no = $1 and task is not null and ${openTask} is not null order by created_at, id`,
    [municipalityNo]
  );
}

/** One message; null for those who do not see it. */
export async function findDispatch(tx: Tx, { municipalityNo, id }: DispatchKey): Promise<Dispatch | null> {
  const [found] = await tx.query<Dispatch>(
    `select ${columns} from dispatch where municipality_no = $1 and id::text = $2`,
    [municipalityNo, id]
  );
  return found ?? null;
}

/** What happened to a message, in order. */
export function listDispatchEvents(
  tx: Tx,
  { municipalityNo, id }: DispatchKey
): Promise<{ at: Date; state: DispatchState; code: string | null }[]> {
  return tx.query(
    `select at, state, code from dispatch_event where municipality_no = $1 and dispatch_id = $2 order by sequence`,
    [municipalityNo, id]
  );
}

/** What a message says and to whom, for printing it; null when it has left by SMS and is kept no longer. */
export async function openDispatch(tx: Tx, vault: Vault, key: DispatchKey): Promise<Outgoing | null> {
  const [row] = await tx.query<{ content: Buffer | null }>(
    `select content from dispatch where municipality_no = $1 and id = $2`,
    [key.municipalityNo, key.id]
  );
  if (!row) throw Problem.notFound();
  if (row.content === null) return null;
  const opened = await vault.open(tx, key.municipalityNo, contextOf(key), row.content);
  return JSON.parse(opened.toString('utf8')) as Outgoing;
}

const actions = {
  hand_over: 'dispatch_handed_over',
  post: 'dispatch_handed_over',
  cancel: 'dispatch_cancelled'
} as const;
/** Seals a message anew with the newest key of its municipality; one that is kept no longer is left alone. */
export async function resealMessage(tx: Tx, vault: Vault, key: DispatchKey): Promise<void> {
  const message = await openDispatch(tx, vault, key);
  if (message === null) return;
  const content = await vault.seal(tx, key.municipalityNo, contextOf(key), Buffer.from(JSON.stringify(message)));
  await tx.query(`update dispatch set content = $3 where municipality_no = $1 and id = $2`, [
    ...[key.municipalityNo, key.id, content]
  ]);
}

/**
 * Says that a message was given by hand or posted, or takes it back before it leaves; its task is done with that. A message
 * that is on its way this moment is refused, so that it does not both leave and be given.
 */
export async function changeDispatch(tx: Tx, key: DispatchKey, change: DispatchChange, at: Date): Promise<void> {
  const [row] = await tx.query<DispatchCase & Pick<Dispatch, 'state' | 'kind' | 'number'>>(
    `select state, kind, number, unit_no as "unitNo", case_id as "caseId"
    from dispatch
    where municipality_no = $1 and id = $2
    for update`,
    [key.municipalityNo, key.id]
  );
  if (!row) throw Problem.notFound();
  const next = nextDispatchState(row.state, change === 'cancel' ? 'cancel' : 'hand_over');
  if (next === null) throw Problem.conflict('dispatch-changed');
  await tx.query(
    `update dispatch
    set
      state = $3,
      task = null,
      poll_at = null,
      way = case when $4 then 'paper' else way end,
      content = case when channel = 'sms' then null else content end
    where municipality_no = $1 and id = $2`,
    [key.municipalityNo, key.id, next, change === 'post']
  );
  await recordDispatchEvent(tx, key, { state: next, code: null }, at);
  const by = ({ hand_over: 'handed_over', post: 'post', cancel: null } as const)[change];
  const { caseId, kind, number } = row;
  await tellCase(tx, { municipalityNo: key.municipalityNo, caseId, kind, number, state: next, status: null, by }, at);
  await recordAudit(tx, { at, ...auditPlaceOf(row), action: actions[change], detail: { message: key.id } });
}

/** Adds a line to the history of a message. */
export async function recordDispatchEvent(
  tx: Tx,
  { municipalityNo, id }: DispatchKey,
  { state, code }: { state: DispatchState; code: string | null },
  at: Date
): Promise<void> {
  await tx.query(
    `insert into dispatch_event (municipality_no, dispatch_id, at, state, code) values ($1, $2, $3, $4, $5)`,
    [municipalityNo, id, at, state, code]
  );
}
