import { whyNotWritten } from '#lib/domain/reminder.ts';
import { roundPhase } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import { markBounced } from './contact.ts';
import type { Actor, Db, Tx } from './db.ts';
import { readDeliveryFailure, type DeliveryFailure } from './delivery-failure.ts';
import { finishStep } from './mail-plan.ts';
import type { MessageStatus, Send } from './message.ts';
import { readReminderFacts } from './reminder-facts.ts';
import { findRound } from './round.ts';

const mostAttempts = 8;
const claimMinutes = 5;
/** Letters to many leave no faster than this, over all replicas; other mail is not counted and goes first. */
export const lettersPerMinute = 60;
const outbox: Actor = { kind: 'system', task: 'outbox' };

type Claimed = {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  attempts: number;
  roundId: string | null;
  municipalityNo: string | null;
  planId: string | null;
};
type Outcome = { status: MessageStatus; event: string; code: string | null; dueAt: Date };

/**
 * Sends one due mail, if any; true when there was one, or one was dropped because it is no longer wanted. Claiming it
 * puts it out of other replicas' reach for five minutes, and no transaction is open while the mail server answers. A
 * temporary refusal waits twice as long each time and gives up after eight attempts; a permanent one is final.
 */
export async function deliverNext(db: Db, send: Send, now: Date): Promise<boolean> {
  const claimed = await db.transaction(outbox, (tx) => claimWanted(tx, now));
  if (claimed === null || claimed === 'dropped') return claimed === 'dropped';
  const failure = await attempt(send, claimed);
  await db.transaction(outbox, (tx) => settle(tx, claimed, failure, now));
  return true;
}

/** Claims a mail and asks in the same transaction whether it is still to be sent; what is not is dropped. */
async function claimWanted(tx: Tx, now: Date): Promise<Claimed | 'dropped' | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('outbox', 0))`);
  const claimed = await claimDue(tx, now);
  const why = claimed && (await whyUnwanted(tx, claimed, now));
  if (!claimed || why === null) return claimed;
  await record(tx, claimed, { status: 'dropped', event: 'dropped', code: why, dueAt: now }, now);
  return 'dropped';
}

async function claimDue(tx: Tx, now: Date): Promise<Claimed | null> {
  const [claimed] = await tx.query<Claimed>(
    `update message
    set attempts = attempts + 1, claimed_at = $1, due_at = $2
    where id = (
      select waiting.id
      from message as waiting
      left join mail_plan on mail_plan.round_id = waiting.round_id and mail_plan.id = waiting.plan_id
      where waiting.status = 'queued'
        and waiting.due_at <= $1
        and (
          waiting.plan_id is null
          or mail_plan.status = 'sending' and $3 > (
            select count(*)
            from message as recent
            where recent.plan_id is not null and recent.claimed_at > $4
          )
        )
      order by waiting.plan_id is not null, waiting.due_at, waiting.municipality_no
      limit 1
      for update of waiting skip locked
    )
    returning id, recipient, subject, body, attempts, round_id as "roundId", municipality_no as "municipalityNo",
      plan_id as "planId"`,
    [now, new Date(now.getTime() + claimMinutes * 60_000), lettersPerMinute, new Date(now.getTime() - 60_000)]
  );
  return claimed ?? null;
}

async function whyUnwanted(tx: Tx, { id, roundId, municipalityNo, planId, recipient }: Claimed, now: Date) {
  if (planId === null || roundId === null || municipalityNo === null) return null;
  const round = await findRound(tx, roundId);
  const [facts] = await readReminderFacts(tx, { roundId, planId, municipalityNo, messageId: id });
  if (!round || !facts) return 'declined';
  return whyNotWritten(facts, { now, recipient, isRoundOpen: roundPhase(round, now) === 'open' });
}

async function settle(tx: Tx, message: Claimed, failure: DeliveryFailure | null, now: Date): Promise<void> {
  const { id, municipalityNo, recipient } = message;
  const isRecorded = await record(tx, message, outcomeOf(message, failure, now), now);
  if (isRecorded && failure?.kind === 'address' && municipalityNo !== null) {
    await markBounced(tx, { municipalityNo, email: recipient, reason: failure.code }, now);
  }
  const action = failure === null ? 'message_sent' : 'message_refused';
  const detail = failure ? { failure: failure.code } : {};
  await recordAudit(tx, { at: now, chain: 'system', action, subject: id, detail });
}

function outcomeOf({ attempts }: Claimed, failure: DeliveryFailure | null, now: Date): Outcome {
  if (failure === null) return { status: 'sent', event: 'sent', code: null, dueAt: now };
  const { code } = failure;
  if (failure.kind === 'address') return { status: 'bounced', event: 'bounced', code, dueAt: now };
  if (failure.kind === 'message' || attempts >= mostAttempts) {
    return { status: 'failed', event: 'failed', code, dueAt: now };
  }
  return { status: 'queued', event: 'deferred', code, dueAt: new Date(now.getTime() + 30_000 * 2 ** attempts) };
}

/** False when another replica has taken the mail over in the meantime; then what it finds counts. */
async function record(tx: Tx, message: Claimed, { status, event, code, dueAt }: Outcome, now: Date): Promise<boolean> {
  const { id, attempts, roundId, planId } = message;
  const changed = await tx.query(
    `update message
    set
      status = $3,
      due_at = $4,
      outcome_code = $5,
      sent_at = case when $3 = 'sent' then $6::timestamptz end,
      body = case when $3 = 'queued' then body end
    where id = $1 and attempts = $2 and status = 'queued'
    returning id`,
    [id, attempts, status, dueAt, code, now]
  );
  if (changed.length === 0) return false;
  await tx.query(`insert into message_event (message_id, at, status, code) values ($1, $2, $3, $4)`, [
    id,
    now,
    event,
    code
  ]);
  if (roundId !== null && planId !== null) await finishStep(tx, { roundId, id: planId }, now);
  return true;
}

async function attempt(send: Send, { id, recipient, subject, body }: Claimed): Promise<DeliveryFailure | null> {
  try {
    await send({ id, recipient, subject, body });
    return null;
  } catch (error) {
    return readDeliveryFailure(error);
  }
}
