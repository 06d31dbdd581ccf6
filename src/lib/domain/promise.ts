import { readDay, yearsAfter } from './day.ts';
import { askedDuties, type AskedDuty } from './duty.ts';

export const promiseDuties = [...askedDuties, 'other'] as const;
export type PromiseDuty = AskedDuty | 'other';
export type PromiseState = 'open' | 'renewed' | 'kept' | 'broken' | 'withdrawn';
/** What is done with a promise; `remind` changes nothing of it. */
export type PromiseEvent = 'make' | 'keep' | 'break' | 'renew' | 'withdraw' | 'reopen';
export const promiseEvents = ['keep', 'break', 'renew', 'withdraw', 'reopen'] as const;

/** What must hold, beside the state: `later_day` a day after the one before, `due` that its day has come. */
type PromiseCondition = 'always' | 'later_day' | 'due';
type PromiseTransition = { from: PromiseState | null; event: PromiseEvent; to: PromiseState; holds: PromiseCondition };

const standing = ['open', 'renewed'] as const;
const from = (
  states: readonly PromiseState[],
  event: PromiseEvent,
  to: PromiseState,
  holds: PromiseCondition = 'always'
): PromiseTransition[] => states.map((state) => ({ from: state, event, to, holds }));

/** Every state of a promise and every way between them; `null` is no promise yet. A broken one can still be kept. */
export const promiseTransitions: readonly PromiseTransition[] = [
  { from: null, event: 'make', to: 'open', holds: 'always' },
  ...from([...standing, 'broken'], 'keep', 'kept'),
  ...from(standing, 'break', 'broken', 'due'),
  ...from([...standing, 'broken'], 'renew', 'renewed', 'later_day'),
  ...from([...standing, 'broken'], 'withdraw', 'withdrawn'),
  ...from(['kept', 'broken', 'withdrawn'], 'reopen', 'open')
];

export type DatedPromise = { state: PromiseState; dueOn: string };

/** What a promise becomes, or what refuses it: no such way, a day that is not later, or a day that has not come. Days are ISO. */
export function afterEvent(
  { state, dueOn }: DatedPromise,
  event: PromiseEvent,
  { today, newDay }: { today: string; newDay: string | null }
): DatedPromise | { refused: 'no_way' | 'not_later' | 'not_due' } {
  const found = promiseTransitions.find((one) => one.from === state && one.event === event);
  if (!found) return { refused: 'no_way' };
  if (found.holds === 'due' && today <= dueOn) return { refused: 'not_due' };
  if (found.holds !== 'later_day') return { state: found.to, dueOn };
  if (newDay === null || newDay <= dueOn || newDay < today) return { refused: 'not_later' };
  return { state: found.to, dueOn: newDay };
}

/** What can be done with a promise on a day (ISO). */
export function eventsOf({ state, dueOn }: DatedPromise, today: string): (typeof promiseEvents)[number][] {
  return promiseEvents.filter((event) =>
    promiseTransitions.some(
      (one) => one.from === state && one.event === event && (one.holds !== 'due' || today > dueOn)
    )
  );
}

/** Whether a promise stands and its day has passed. */
export function isOverdue({ state, dueOn }: DatedPromise, today: string): boolean {
  return standing.some((one) => one === state) && dueOn < today;
}

/** Whether a promise is still to be kept. */
export function isStanding({ state }: Pick<DatedPromise, 'state'>): boolean {
  return state === 'open' || state === 'renewed';
}

/** The day (ISO) a planned duty is promised for: the end of the month that was told, else a year from the given day. */
export function promisedDay(month: string | null, settledOn: string): string {
  if (month === null) return yearsAfter(settledOn, 1);
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/**
 * What a later answer says of a promise: done, not done, or promised anew. Null when it says nothing new; one that is planned
 * for the same day or an earlier is broken once that day has passed.
 */
export function eventOfAnswer(
  promise: DatedPromise,
  said: { state: 'yes' | 'planned' | 'no'; day: string },
  today: string
): { event: 'keep' | 'break' | 'renew'; newDay: string | null } | null {
  const wanted = { yes: 'keep', no: 'break', planned: said.day > promise.dueOn ? 'renew' : 'break' } as const;
  const event = wanted[said.state];
  const newDay = event === 'renew' ? said.day : null;
  return 'refused' in afterEvent(promise, event, { today, newDay }) ? null : { event, newDay };
}

/** How many promises were kept, of those that have been kept or broken or whose day has passed; withdrawn ones are left out. */
export function keptShare(promises: readonly DatedPromise[], today: string): { kept: number; of: number } {
  const kept = promises.filter(({ state }) => state === 'kept').length;
  const failed = promises.filter((one) => one.state === 'broken' || isOverdue(one, today)).length;
  return { kept, of: kept + failed };
}

export type PromiseProblem =
  | { field: 'text'; kind: 'missing' }
  | { field: 'text' | 'owner'; kind: 'too_long'; length: number }
  | { field: 'dueOn'; kind: 'missing' }
  | { field: 'dueOn'; kind: 'not_day' | 'past'; value: string };
export type NewPromise = { duty: PromiseDuty; text: string; owner: string; dueOn: string };
const longest = { text: 200, owner: 100 };

/** A promise from a talk as typed on a day (ISO), and what is wrong with it. One of another kind says what it is. */
export function readPromise(
  typed: Record<'duty' | 'text' | 'owner' | 'dueOn', string>,
  today: string
): { promise: NewPromise; problems: PromiseProblem[] } {
  const duty = promiseDuties.find((one) => one === typed.duty) ?? 'other';
  const [text, owner] = [line(typed.text), line(typed.owner)];
  const day = readDueDay(typed.dueOn, today);
  const problems: PromiseProblem[] = [];
  if (duty === 'other' && text === '') problems.push({ field: 'text', kind: 'missing' });
  if (text.length > longest.text) problems.push({ field: 'text', kind: 'too_long', length: text.length });
  if (owner.length > longest.owner) problems.push({ field: 'owner', kind: 'too_long', length: owner.length });
  return { promise: { duty, text, owner, dueOn: day.day ?? '' }, problems: [...problems, ...day.problems] };
}

/** A day to promise something for, and what is wrong with it. */
export function readDueDay(typed: string, today: string): { day: string | null; problems: PromiseProblem[] } {
  const value = typed.trim();
  const day = readDay(value);
  if (value === '') return { day: null, problems: [{ field: 'dueOn', kind: 'missing' }] };
  if (day === null) return { day: null, problems: [{ field: 'dueOn', kind: 'not_day', value }] };
  return { day, problems: day < today ? [{ field: 'dueOn', kind: 'past', value }] : [] };
}

function line(value: string): string {
  return value.replaceAll(/\s+/g, ' ').trim();
}
