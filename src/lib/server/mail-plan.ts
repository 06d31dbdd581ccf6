import { randomUUID } from 'node:crypto';
import type { Letter } from '#lib/domain/letter.ts';
import { nextPlanStatus, type LetterKind, type PlanEvent, type PlanStep } from '#lib/domain/mail-plan.ts';
import { whoToRemind } from '#lib/domain/reminder.ts';
import { roundPhase, type Round } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { queueMessage, type MessageStatus } from './message.ts';
import { Problem } from './problem.ts';
import { readReminderFacts } from './reminder-facts.ts';

type StepKey = Pick<PlanStep, 'roundId' | 'id'>;
type Steps = Pick<Round, 'id' | 'korusRegion'>;
/** A step with how many of its letters are where. */
export type StepWithCounts = PlanStep & { counts: Partial<Record<MessageStatus, number>> };

const columns = `
  round_id as "roundId",
  id,
  kind,
  planned_on::text as "plannedOn",
  status,
  started_at as "startedAt"`;

/** The plan of a round in the order of its days, with what has become of the letters. */
export async function listSteps(tx: Tx, roundId: string): Promise<StepWithCounts[]> {
  const steps = await tx.query<PlanStep>(
    `select ${columns} from mail_plan where round_id = $1 order by planned_on, created_at, id`,
    [roundId]
  );
  const counted = await tx.query<{ planId: string; status: MessageStatus; count: number }>(
    `select plan_id as "planId", status, count(*) as count
    from message
    where round_id = $1 and plan_id is not null
    group by plan_id, status`,
    [roundId]
  );
  return steps.map((step) => {
    const own = counted.filter(({ planId }) => planId === step.id);
    return { ...step, counts: Object.fromEntries(own.map(({ status, count }) => [status, count])) };
  });
}

/** One step of a round's plan, or null. */
export async function findStep(tx: Tx, { roundId, id }: StepKey): Promise<PlanStep | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [step] = await tx.query<PlanStep>(`select ${columns} from mail_plan where round_id = $1 and id = $2`, [
    roundId,
    id
  ]);
  return step ?? null;
}

/** Adds a step to the plan of a round; returns its id. */
export async function addStep(
  tx: Tx,
  round: Steps,
  { kind, plannedOn }: { kind: LetterKind; plannedOn: string },
  at: Date
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into mail_plan (round_id, id, kind, planned_on, created_at, changed_at) values ($1, $2, $3, $4, $5, $5)`,
    [round.id, id, kind, plannedOn, at]
  );
  const detail = { kind, plannedOn };
  await recordAudit(tx, { at, chain: round.korusRegion, action: 'letters_planned', subject: round.id, detail });
  return id;
}

type Writing = {
  round: Round;
  stepId: string;
  /** The municipalities that were chosen, or null for all. */
  chosen: ReadonlySet<string> | null;
  letterTo: (municipalityNo: string) => Letter;
};

/**
 * Puts the letters of a step in the outbox, one to each municipality that the rule allows at this moment; returns how
 * many. A step that is sent already is refused, so pressing twice writes once.
 */
export async function sendStep(tx: Tx, { round, stepId, chosen, letterTo }: Writing, now: Date): Promise<number> {
  const key = { roundId: round.id, id: stepId };
  await moveStep(tx, key, 'send', now);
  const facts = await readReminderFacts(tx, { roundId: round.id, planId: stepId });
  const asked = facts.filter(({ municipalityNo }) => chosen?.has(municipalityNo) ?? true);
  const { to } = whoToRemind(asked, { now, isRoundOpen: roundPhase(round, now) === 'open' });
  if (to.length === 0) throw Problem.conflict('nobody-to-write-to');
  const step = await findStep(tx, key);
  if (!step) throw Problem.notFound();
  for (const { municipalityNo, email } of to) {
    const about = { roundId: round.id, municipalityNo, kind: step.kind, planId: stepId };
    if (email !== null) await queueMessage(tx, { ...letterTo(municipalityNo), recipient: email, about }, now);
  }
  const detail = { kind: step.kind, letters: to.length };
  await recordAudit(tx, {
    ...{ at: now, chain: round.korusRegion, action: 'letters_queued', subject: round.id, detail }
  });
  return to.length;
}

/** Pauses, resumes or cancels a step; what is cancelled leaves the outbox without its text. */
export async function changeStep(
  tx: Tx,
  round: Steps,
  { id, event }: { id: string; event: Exclude<PlanEvent, 'send' | 'finish'> },
  now: Date
): Promise<void> {
  const key = { roundId: round.id, id };
  await moveStep(tx, key, event, now);
  if (event === 'cancel') await dropQueued(tx, key, now);
  if (event === 'resume') await finishStep(tx, key, now);
  const action = ({ pause: 'letters_paused', resume: 'letters_resumed', cancel: 'letters_cancelled' } as const)[event];
  await recordAudit(tx, { at: now, chain: round.korusRegion, action, subject: round.id, detail: {} });
}

/** Marks a step as sent when none of its letters are waiting any more. */
export async function finishStep(tx: Tx, { roundId, id }: StepKey, now: Date): Promise<void> {
  await tx.query(
    `update mail_plan
    set status = 'sent', changed_at = $3
    where round_id = $1
      and id = $2
      and status = 'sending'
      and not exists (select from message where round_id = $1 and plan_id = $2 and status = 'queued')`,
    [roundId, id, now]
  );
}

/** The status is changed only from the one that was read, so of two at once one is refused. */
async function moveStep(tx: Tx, key: StepKey, event: PlanEvent, now: Date): Promise<void> {
  const step = await findStep(tx, key);
  if (!step) throw Problem.notFound();
  const next = nextPlanStatus(step.status, event);
  if (next === null) throw Problem.conflict('step-changed');
  const moved = await tx.query(
    `update mail_plan
    set
      status = $3,
      changed_at = $4,
      started_at = case when $5 = 'send' then $4::timestamptz else started_at end
    where round_id = $1 and id = $2 and status = $6
    returning id`,
    [key.roundId, key.id, next, now, event, step.status]
  );
  if (moved.length === 0) throw Problem.conflict('step-changed');
}

async function dropQueued(tx: Tx, { roundId, id }: StepKey, now: Date): Promise<void> {
  const dropped = await tx.query<{ id: string }>(
    `update message
    set status = 'dropped', outcome_code = 'cancelled', body = null
    where round_id = $1 and plan_id = $2 and status = 'queued'
    returning id`,
    [roundId, id]
  );
  await tx.query(
    `insert into message_event (message_id, at, status, code)
    select id, $2, 'dropped', 'cancelled' from unnest($1::uuid[]) as dropped (id)`,
    [dropped.map((one) => one.id), now]
  );
}
