/** Where a question about a figure stands: `asked` waits for the municipality, `answered` for the adviser; the rest are closed. */
export const threadStates = ['asked', 'answered', 'accepted', 'corrected', 'withdrawn'] as const;
export type ThreadState = (typeof threadStates)[number];

/** What happens to a question after it is asked. `correct` is a new version in which the figure is another. */
export type ThreadEvent = 'answer' | 'correct' | 'accept' | 'ask_again' | 'withdraw';
export type Side = 'municipality' | 'adviser';

type Transition = { by: Side; from: readonly ThreadState[]; to: ThreadState };

/** The one table of what may happen to a question, by whom, and where it then stands. */
export const threadTransitions: Record<ThreadEvent, Transition> = {
  answer: { by: 'municipality', from: ['asked', 'answered'], to: 'answered' },
  correct: { by: 'municipality', from: ['asked', 'answered'], to: 'corrected' },
  accept: { by: 'adviser', from: ['answered'], to: 'accepted' },
  ask_again: { by: 'adviser', from: ['answered'], to: 'asked' },
  withdraw: { by: 'adviser', from: ['asked', 'answered'], to: 'withdrawn' }
};

/** The state after an event, or null when it may not happen now or not by this side. */
export function nextThreadState(state: ThreadState, event: ThreadEvent, by: Side): ThreadState | null {
  const transition = threadTransitions[event];
  return transition.by === by && transition.from.includes(state) ? transition.to : null;
}

/** What a side may do with a question in a state. */
export function threadEventsOf(state: ThreadState, by: Side): ThreadEvent[] {
  const events = Object.keys(threadTransitions) as ThreadEvent[];
  return events.filter((event) => nextThreadState(state, event, by) !== null);
}

/** Whether a question waits for somebody. */
export function isOpenThread(state: ThreadState): boolean {
  return state === 'asked' || state === 'answered';
}

/** Milliseconds: the other side of a question gets no more than one mail in so long. */
const mailPause = 60 * 60_000;

/**
 * When the mail about something new is sent: now, or when an hour has passed since the last; null when one that tells of
 * both is still to be sent. `last` is when the last was, or is to be, sent.
 */
export function nextMailAt(last: Date | null, now: Date): Date | null {
  if (last === null) return now;
  if (last > now) return null;
  return new Date(Math.max(now.getTime(), last.getTime() + mailPause));
}

/** Days from a question to its first answer or correction, as a fraction; null while there is none. */
export function daysToAnswer(askedAt: Date, answeredAt: Date | null): number | null {
  return answeredAt === null ? null : (answeredAt.getTime() - askedAt.getTime()) / 86_400_000;
}

const longestText = 1000;

/** A text somebody writes to the other side, without spaces at its ends; or why it cannot be sent, with what was typed. */
export function readMessageText(
  typed: unknown
): { text: string; problem: null } | { text: string; problem: 'empty' | 'too_long' } {
  const text = (typeof typed === 'string' ? typed : '').replaceAll('\0', '').trim();
  if (text === '') return { text, problem: 'empty' };
  return { text, problem: text.length > longestText ? 'too_long' : null };
}
