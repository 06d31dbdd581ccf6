import { momentAt, readDay, readTime } from '#lib/domain/day.ts';
import { closingCodes, holdReasons, meetingPlaces, sendingChannels, type Condition } from './case-file.ts';
import {
  archiveWays,
  clarifyReasons,
  contactKinds,
  contactOutcomes,
  excuseReasons,
  outreachReasons,
  prosecutionReplies,
  reopenReasons,
  testChecks,
  testDeviations,
  type CaseGiven
} from './case-given.ts';
import type { CaseEvent } from './case-transition.ts';

/**
 * A field of the form of an event: what is chosen from a list, ticked, or typed as a day, a moment, a number or a code.
 * The prosecution's answer is attached as a document, which the store reads, or told by its reference in the archive.
 */
export type CaseField =
  | { kind: 'choice'; name: keyof CaseGiven; options: readonly string[]; isOptional?: boolean }
  | { kind: 'check'; name: keyof CaseGiven }
  | { kind: 'checks'; name: keyof CaseGiven; options: readonly string[] }
  | { kind: 'day'; name: keyof CaseGiven }
  | { kind: 'moment'; name: keyof CaseGiven }
  | { kind: 'code'; name: keyof CaseGiven; pattern: RegExp; isOptional?: boolean }
  | { kind: 'municipality'; name: 'toMunicipality' }
  | { kind: 'answer'; name: 'answerReference' }
  | { kind: 'conditions'; name: 'conditions'; isOptional?: boolean };
/** What was typed that cannot be used; `value` as it was typed. */
export type CaseProblem = { field: string; value: string };

const choice = (name: keyof CaseGiven, options: readonly string[], isOptional = false): CaseField => ({
  ...{ kind: 'choice', name, options, isOptional }
});
const check = (name: keyof CaseGiven): CaseField => ({ kind: 'check', name });
/** As archives write them: no spaces, and nothing of a person. */
const reference = /^[\w./:-]{1,80}$/;
const answer: CaseField = { kind: 'answer', name: 'answerReference' };
/** Tests are agreed on paper; a summons may go digitally too. */
const channel = choice('channel', ['post', 'handed_over']);

/** What is asked for with each event; events that nobody types have no form. */
export const caseForms: Partial<Record<CaseEvent, readonly CaseField[]>> = {
  register: [{ kind: 'conditions', name: 'conditions' }, { kind: 'day', name: 'meetingBy' }, check('staysHere')],
  clarify: [choice('clarifyReason', clarifyReasons)],
  clarified: [answer, { kind: 'conditions', name: 'conditions' }],
  transfer: [{ kind: 'municipality', name: 'toMunicipality' }],
  summon: [{ kind: 'moment', name: 'meetingAt' }, choice('place', meetingPlaces), choice('channel', sendingChannels)],
  contact_attempt: [
    choice('contactKind', contactKinds),
    choice('contactOutcome', contactOutcomes),
    choice('outreachReason', outreachReasons, true)
  ],
  attended: [check('identityChecked'), check('informed')],
  excused: [choice('excuseReason', excuseReasons)],
  no_show: [],
  notify_no_show: [],
  test_planned: [{ kind: 'moment', name: 'testAt' }, channel, check('isNotTreating')],
  test_taken: [
    { kind: 'checks', name: 'checks', options: testChecks },
    { kind: 'code', name: 'laboratory', pattern: /^[\p{L}\d][\p{L}\d .,&-]{1,59}$/u, isOptional: true },
    { kind: 'day', name: 'sentOn' }
  ],
  test_missed: [choice('deviation', testDeviations)],
  test_positive: [],
  prosecution_reply: [
    answer,
    choice('reply', prosecutionReplies),
    { kind: 'conditions', name: 'conditions', isOptional: true }
  ],
  close: [choice('closingCode', closingCodes)],
  reopen: [choice('reopenReason', reopenReasons)],
  archived: [
    choice('archiveWay', archiveWays),
    { kind: 'code', name: 'archiveReference', pattern: reference },
    { kind: 'day', name: 'archiveDay' }
  ],
  hold: [check('hold'), choice('holdReason', holdReasons, true)],
  purge: []
};

type Form = Pick<FormData, 'get' | 'getAll'>;

/** Reads the form of an event. What cannot be used is named; what is missing is left for the guards to refuse. */
export function readCaseForm(event: CaseEvent, form: Form): { given: CaseGiven; problems: CaseProblem[] } {
  const given: Record<string, unknown> = {};
  const problems: CaseProblem[] = [];
  for (const field of caseForms[event] ?? []) {
    const read = readField(field, form);
    if ('problem' in read) problems.push({ field: field.name, value: read.problem });
    else if (read.value !== undefined) given[field.name] = read.value;
  }
  return { given, problems };
}

type Read = { value: unknown } | { problem: string };

function readField(field: CaseField, form: Form): Read {
  const typed = textOf(form, field.name);
  switch (field.kind) {
    case 'check':
      return { value: typed === 'on' };
    case 'checks':
      return { value: form.getAll(field.name).filter((one) => field.options.some((option) => option === one)) };
    case 'choice':
      return readChoice(field, typed);
    case 'code':
      return readCode(field.pattern, typed, field.isOptional === true);
    case 'municipality':
      return readCode(/^\d{4}$/, typed, false);
    case 'answer':
      return readCode(reference, typed, true);
    case 'day':
      return readDayOnly(typed);
    case 'moment':
      return readMoment(typed, textOf(form, `${field.name}Time`));
    case 'conditions':
      return readConditions(form, field.isOptional === true);
  }
}

/** The reference of an answer is empty where the answer is attached instead. */
function readCode(pattern: RegExp, typed: string, isOptional: boolean): Read {
  if (typed === '' && isOptional) return { value: undefined };
  return pattern.test(typed) ? { value: typed } : { problem: typed };
}

function readDayOnly(typed: string): Read {
  const day = readDay(typed);
  return day === null ? { problem: typed } : { value: day };
}

function readChoice({ options, isOptional }: Extract<CaseField, { kind: 'choice' }>, typed: string): Read {
  if (typed === '' && isOptional) return { value: undefined };
  return options.includes(typed) ? { value: typed } : { problem: typed };
}

function readMoment(typedDay: string, typedTime: string): Read {
  const day = readDay(typedDay);
  const time = readTime(typedTime);
  return day === null || time === null
    ? { problem: `${typedDay} ${typedTime}`.trim() }
    : { value: momentAt(day, time) };
}

/** How many meetings and tests, from and until a day; a condition of none is no condition. */
function readConditions(form: Form, isOptional: boolean): Read {
  const [from, until] = [readDay(textOf(form, 'from')), readDay(textOf(form, 'until'))];
  const counts = (['attendance', 'testing'] as const).map((kind) => ({ kind, typed: textOf(form, kind) || '0' }));
  if (isOptional && counts.every(({ typed }) => typed === '0')) return { value: undefined };
  const wrong = counts.find(({ typed }) => !/^\d{1,2}$/.test(typed) || Number(typed) > 50);
  if (wrong) return { problem: wrong.typed };
  if (from === null || until === null || until < from) {
    return { problem: `${textOf(form, 'from')} – ${textOf(form, 'until')}` };
  }
  const conditions: Condition[] = counts
    .filter(({ typed }) => typed !== '0')
    .map(({ kind, typed }) => ({ kind, required: Number(typed), from, until, isWithdrawn: false }));
  return { value: conditions };
}

/** The conditions that an answer leaves: those that were typed, and a last version of each that is ticked as withdrawn. */
export function withWithdrawn(
  given: readonly Condition[] | undefined,
  now: readonly Condition[],
  form: Form
): Condition[] | undefined {
  const ticked = form.getAll('withdrawn');
  const gone = now.filter(({ kind, isWithdrawn }) => !isWithdrawn && ticked.includes(kind));
  if (gone.length === 0) return given && [...given];
  const kept = (given ?? []).filter(({ kind }) => !gone.some((one) => one.kind === kind));
  return [...kept, ...gone.map((one) => ({ ...one, isWithdrawn: true }))];
}

function textOf(form: Form, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
