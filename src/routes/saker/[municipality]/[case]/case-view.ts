import { caseForms } from '#lib/domain/case/case-form.ts';
import { isOpenTo, partFor } from '#lib/domain/case/case-flow.ts';
import type { CasePart, Condition } from '#lib/domain/case/case-file.ts';
import { caseEvents, type CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { NextStep } from '#lib/domain/case/next-step.ts';
import type { StoredCase } from '#lib/server/case/file.ts';

/** The events that answer what comes next; the others are there, but not first. */
const eventsOf: Partial<Record<NextStep, readonly CaseEvent[]>> = {
  register: ['register'],
  to_summon: ['summon'],
  record_meeting: ['attended', 'no_show', 'excused'],
  not_met: ['summon', 'notify_no_show'],
  record_test: ['test_taken', 'test_missed'],
  test: ['test_taken', 'test_missed'],
  plan_test: ['test_planned'],
  close: ['close'],
  archive: ['archived'],
  purge: ['purge'],
  clarification: ['clarified'],
  reply: ['prosecution_reply']
};

/** The events with a form that are open to these parts, those that come next apart. */
export function openEvents(file: StoredCase, parts: readonly CasePart[], step: NextStep) {
  const open = caseEvents.filter((event) => event in caseForms && isOpenTo(event, file, parts));
  const first = step === 'confirm' ? open.filter((event) => event === file.proposal?.event) : (eventsOf[step] ?? []);
  return {
    now: open.filter((event) => first.includes(event)),
    more: open.filter((event) => !first.includes(event)),
    partOf: (event: CaseEvent) => partFor(event, { file, proposal: file.proposal }, parts)
  };
}

/** How many meetings and tests are required. */
export function requiredOf(conditions: readonly Condition[]): Record<Condition['kind'], number> {
  const of = (kind: Condition['kind']) =>
    conditions.find((one) => one.kind === kind && !one.isWithdrawn)?.required ?? 0;
  return { attendance: of('attendance'), testing: of('testing') };
}
