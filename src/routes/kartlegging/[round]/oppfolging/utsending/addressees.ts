import { whoToRemind } from '#lib/domain/reminder.ts';
import type { PlanStep } from '#lib/domain/mail-plan.ts';
import { roundPhase } from '#lib/domain/round.ts';
import type { Tx } from '#lib/server/db.ts';
import { listRecipients } from '#lib/server/follow-up.ts';
import { listTemplates } from '#lib/server/letter-template.ts';
import { findStep } from '#lib/server/mail-plan.ts';
import { Problem } from '#lib/server/problem.ts';
import { readReminderFacts } from '#lib/server/reminder-facts.ts';
import type { FollowUp } from '../follow-up.ts';

/** A step of the plan with who gets its letter and who does not; `chosen` null is all. */
export async function readAddressees(
  tx: Tx,
  { round }: Pick<FollowUp, 'round'>,
  { stepId, chosen, now }: { stepId: string; chosen: ReadonlySet<string> | null; now: Date }
) {
  const step: PlanStep | null = await findStep(tx, { roundId: round.id, id: stepId });
  if (!step) throw Problem.notFound();
  const facts = await readReminderFacts(tx, { roundId: round.id, planId: stepId });
  const asked = facts.filter(({ municipalityNo }) => chosen?.has(municipalityNo) ?? true);
  return {
    step,
    ...whoToRemind(asked, { now, isRoundOpen: roundPhase(round, now) === 'open' }),
    notChosen: facts.length - asked.length,
    recipients: new Map((await listRecipients(tx, round.id)).map((one) => [one.municipalityNo, one])),
    templates: await listTemplates(tx, round.id)
  };
}

/** The municipalities that were chosen, or null when none was named: then all are asked about. What is no number chooses nobody. */
export function readChosen(given: readonly unknown[]): ReadonlySet<string> | null {
  return given.length === 0 ? null : new Set(given.map(String).filter((text) => /^\d{4}$/.test(text)));
}
