import { decide } from '#lib/domain/case/case-flow.ts';
import { proposedSetting } from '#lib/domain/case/case-setting.ts';
import type { DispatchKind } from '#lib/domain/case/dispatch.ts';
import { nextDaytime } from '#lib/domain/case/reminder-time.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findCase } from '#lib/server/case/file.ts';
import type { Tx } from '#lib/server/db.ts';
import { auditPlaceOf, recordDispatchEvent, type DispatchCase, type DispatchKey } from './outbox.ts';

type Due = DispatchKey & DispatchCase & { kind: DispatchKind; number: number | null };
/** Whether it leaves now, at another time, or never. */
type Standing = 'now' | 'never' | Date;

/**
 * Whether a reminder that is due may leave: its summons is the newest and holds, nobody was reminded of it, the case is not
 * held, and it is day. What is no reminder, or belongs to no summons, leaves now.
 */
export async function reminderStanding(
  tx: Tx,
  { municipalityNo, caseId, kind, number }: Due,
  now: Date
): Promise<Standing> {
  if (kind !== 'reminder' || number === null) return 'now';
  const file = await findCase(tx, { municipalityNo, id: caseId });
  if (!file?.meetingAt || file.isHeld || file.summonses !== number) return 'never';
  const scene = { file, conditions: [], given: { hasMobile: true }, setting: proposedSetting, now, proposal: null };
  const outcome = decide('remind', scene, { part: 'system', personId: null });
  if (outcome.kind === 'moved') return 'now';
  const later = nextDaytime(now);
  return outcome.kind === 'refused' && outcome.reason === 'daytime' && later < file.meetingAt ? later : 'never';
}

/** Puts a reminder that has certainly not left back until another time, or takes it back for good. */
export async function keepReminder(tx: Tx, due: Due, standing: Exclude<Standing, 'now'>, at: Date): Promise<void> {
  const isOff = standing === 'never';
  await tx.query(
    `update dispatch
    set
      state = $3,
      is_unsure = false,
      attempts = attempts - 1,
      due_at = coalesce($4, due_at),
      content = case when $3 = 'cancelled' then null else content end
    where municipality_no = $1 and id = $2`,
    [due.municipalityNo, due.id, isOff ? 'cancelled' : 'queued', isOff ? null : standing]
  );
  if (!isOff) return;
  await recordDispatchEvent(tx, due, { state: 'cancelled', code: null }, at);
  const detail = { message: due.id };
  await recordAudit(tx, { at, ...auditPlaceOf(due), action: 'dispatch_cancelled', detail });
}
