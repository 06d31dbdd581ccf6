import type { Reason } from '#lib/domain/attention.ts';
import { duties, type DutyStates } from '#lib/domain/duty.ts';
import type { Language } from '#lib/domain/language.ts';
import type { PromiseDuty, PromiseProblem } from '#lib/domain/promise.ts';
import type { FollowContactProblem } from '#lib/domain/follow-contact.ts';
import { formatDate, formatMonth, listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** What a promise is about, in the words of whoever wrote it down or those of the duty. */
export function promiseText({ duty, text }: { duty: PromiseDuty; text: string }, language: Language): string {
  return text === '' ? messagesIn(language).desk.duty[duty] : text;
}

/** Why a municipality needs attention, as a sentence. */
export function reasonText(reason: Reason, language: Language): string {
  const { desk } = messagesIn(language);
  switch (reason.kind) {
    case 'silent':
      return desk.reason.silent(reason.rounds);
    case 'silent_once':
    case 'declined':
      return desk.reason[reason.kind];
    case 'promise_broken':
    case 'promise_overdue':
      return desk.reason[reason.kind](promiseText(reason, language), formatDate(reason.dueOn, language));
    case 'plan_overdue':
      return desk.reason.plan_overdue(desk.duty[reason.duty], formatMonth(reason.month, language));
    case 'none_met':
      return desk.reason.none_met(reason.received);
    case 'missing':
      return desk.reason.missing(desk.duty[reason.duty]);
    case 'call_due':
      return desk.reason.call_due(formatDate(reason.on, language));
  }
}

/** How many of the duties that were asked about are in order, and which are not: "3 av 4 i orden". */
export function dutiesText(states: DutyStates, language: Language): { base: string; lacking: string | null } {
  const { desk } = messagesIn(language);
  const asked = duties.filter((duty) => states[duty] !== 'not_asked');
  const lacking = asked.filter((duty) => states[duty] === 'no' || states[duty] === 'planned');
  const named = lacking.map((duty) => `${desk.duty[duty]}: ${desk.dutyState[states[duty]]}`);
  return {
    base: desk.inOrder(asked.filter((duty) => states[duty] === 'yes').length, asked.length),
    lacking: named.length === 0 ? null : listInText(named, language)
  };
}

/** What is wrong with a promise as it was typed. */
export function promiseProblemText(
  problem: PromiseProblem | { field: 'dueOn'; kind: 'not_later'; value: string } | { field: 'duty'; kind: 'standing' },
  language: Language
): string {
  const text = messagesIn(language).desk.promise.problem;
  switch (problem.kind) {
    case 'missing':
      return problem.field === 'text' ? text.missingText : text.missingDay;
    case 'too_long':
      return problem.field === 'text' ? text.longText(problem.length) : text.longOwner(problem.length);
    case 'not_day':
      return text.notDay(problem.value);
    case 'past':
      return text.past(problem.value);
    case 'not_later':
      return text.notLater(problem.value);
    case 'standing':
      return text.standing;
  }
}

/** What is wrong with a contact as it was typed. */
export function contactProblemText(problem: FollowContactProblem, language: Language): string {
  const text = messagesIn(language).desk.log.problem;
  switch (problem.kind) {
    case 'missing':
      return text.missing;
    case 'too_long':
      return text.tooLong(problem.length);
    case 'number':
      return text.number;
    case 'not_day':
      return text.notDay(problem.value);
    case 'past':
      return text.past(problem.value);
    case 'future':
      return text.future(problem.value);
  }
}
