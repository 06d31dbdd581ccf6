import { readDay } from './day.ts';

export const callOutcomes = ['note', 'no_answer', 'talked', 'promised', 'wrong_contact'] as const;
/** What came of a call; `note` is no call. */
type CallOutcome = (typeof callOutcomes)[number];

/** What was said with a municipality. Days are ISO: when to call next, and until when an answer was promised. */
export type CallNote = {
  text: string;
  outcome: CallOutcome;
  nextDate: string | null;
  promisedFor: string | null;
};

/** What stands open after the latest note. `broken_promise`: the promised day has passed without an answer. */
export type CallState = 'broken_promise' | 'due' | 'promised' | 'later' | 'none';
const urgency: readonly CallState[] = ['broken_promise', 'due', 'promised', 'later', 'none'];

/** What the latest note leaves open on a day (ISO); null without any note. A promise is broken the day after its day. */
export function callStateOf(latest: CallNote | null, today: string): CallState {
  if (latest === null) return 'none';
  const { promisedFor, nextDate } = latest;
  if (promisedFor !== null && promisedFor < today) return 'broken_promise';
  if (nextDate !== null && nextDate <= today) return 'due';
  if (promisedFor !== null) return 'promised';
  return nextDate !== null ? 'later' : 'none';
}

type Callee = { name: string; state: CallState; latest: CallNote | null; bouncedAt: Date | null };

/** Broken promises first, then those to call today, then returned mail; the oldest day first, then by name. */
export function byUrgency(a: Callee, b: Callee): number {
  const rank = ({ state, bouncedAt }: Callee) =>
    (state === 'broken_promise' || state === 'due' ? 0 : bouncedAt ? 1 : 2) * 10 + urgency.indexOf(state);
  const day = ({ latest }: Callee) => latest?.promisedFor ?? latest?.nextDate ?? '9999';
  return rank(a) - rank(b) || day(a).localeCompare(day(b)) || a.name.localeCompare(b.name, 'nb');
}

export type NoteProblem =
  | { field: 'text'; kind: 'missing' }
  | { field: 'text'; kind: 'too_long'; length: number }
  | { field: 'nextDate' | 'promisedFor'; kind: 'not_day' | 'past'; value: string }
  | { field: 'promisedFor'; kind: 'missing' };

const longestNote = 1000;
type Typed = Record<'text' | 'outcome' | 'nextDate' | 'promisedFor', unknown>;

/** A note as typed on a day (ISO), and what is wrong with it. A call that nobody answered needs no text. */
export function readNote(typed: Typed, today: string): { note: CallNote; problems: NoteProblem[] } {
  const text = line(typed.text);
  const outcome = callOutcomes.find((one) => one === typed.outcome) ?? 'note';
  const next = readFuture('nextDate', line(typed.nextDate), today);
  const promised = readFuture('promisedFor', outcome === 'promised' ? line(typed.promisedFor) : '', today);
  const problems: NoteProblem[] = [...next.problems, ...promised.problems];
  if (text === '' && outcome === 'note') problems.unshift({ field: 'text', kind: 'missing' });
  if (text.length > longestNote) problems.unshift({ field: 'text', kind: 'too_long', length: text.length });
  if (outcome === 'promised' && line(typed.promisedFor) === '')
    problems.push({ field: 'promisedFor', kind: 'missing' });
  return { note: { text, outcome, nextDate: next.day, promisedFor: promised.day }, problems };
}

function readFuture(field: 'nextDate' | 'promisedFor', value: string, today: string) {
  const day = value === '' ? null : readDay(value);
  const problems: NoteProblem[] = [];
  if (value !== '' && day === null) problems.push({ field, kind: 'not_day', value });
  if (day !== null && day < today) problems.push({ field, kind: 'past', value });
  return { day, problems };
}

function line(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '';
}

export const callViews = ['silent', 'today', 'no_address', 'bounced', 'promised'] as const;
/** Which of the silent municipalities are shown. */
export type CallView = (typeof callViews)[number];
type Shown = { state: CallState; email: string | null; bouncedAt: Date | null };

/** Whether a view shows a municipality that has not answered. A broken promise is also one to call about today. */
export function isInView({ state, email, bouncedAt }: Shown, view: CallView): boolean {
  switch (view) {
    case 'silent':
      return true;
    case 'today':
      return state === 'broken_promise' || state === 'due';
    case 'no_address':
      return email === null;
    case 'bounced':
      return bouncedAt !== null;
    case 'promised':
      return state === 'broken_promise' || state === 'promised';
  }
}

/** The view of an address; unknown ones show all. */
export function callViewOf(text: string | null): CallView {
  return callViews.find((view) => view === text) ?? 'silent';
}
