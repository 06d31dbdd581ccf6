import { caseForms } from '#lib/domain/case/case-form.ts';
import { isOpenTo, partFor } from '#lib/domain/case/case-flow.ts';
import type { CasePart, Condition } from '#lib/domain/case/case-file.ts';
import { caseEvents, type CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { NextStep } from '#lib/domain/case/next-step.ts';
import { municipalitiesAt, type Geography } from '#lib/domain/geography.ts';
import type { CaseEventRow, StoredCase } from '#lib/server/case/file.ts';

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

/** The municipalities that a case can be sent to, by name: those there are, but for its own. */
export function otherMunicipalities(geography: Geography, own: string, today: string) {
  return municipalitiesAt(geography, today)
    .filter(({ number }) => number !== own)
    .map(({ number, name }) => ({ value: number, label: `${name} (${number})` }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'nb'));
}

/** The names of the municipalities that a case and its history tell of, by number. */
export function toldMunicipalities({ municipalities }: Geography, file: StoredCase, events: readonly CaseEventRow[]) {
  const told = [file.proposed, ...events.map(({ recorded }) => recorded)].map((one) => one?.['toMunicipality']);
  const numbers = new Set([file.transferredTo, ...told]);
  return Object.fromEntries(
    municipalities.filter(({ number }) => numbers.has(number)).map(({ number, name }) => [number, name])
  );
}

/** How many meetings and tests are required. */
export function requiredOf(conditions: readonly Condition[]): Record<Condition['kind'], number> {
  const of = (kind: Condition['kind']) =>
    conditions.find((one) => one.kind === kind && !one.isWithdrawn)?.required ?? 0;
  return { attendance: of('attendance'), testing: of('testing') };
}
