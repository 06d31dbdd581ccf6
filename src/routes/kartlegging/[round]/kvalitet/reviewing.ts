import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Messages } from '#lib/i18n/nb.ts';
import { Problem } from '#lib/server/problem.ts';

/** A change that clashes with what has happened since: the page tells it and shows how things stand now. */
export type Moved = { moved: keyof Messages['quality']['moved'] };
const codes: readonly string[] = [
  'question-open',
  'answer-renewed',
  'review-moved',
  'question-moved',
  'already-exists',
  'round-closed'
] satisfies Moved['moved'][];

/** The outcome of a change, or why it came too late as a value; other problems are thrown on. */
export async function orMoved<T>(change: Promise<T>): Promise<T | ActionFailure<Moved>> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof Problem && codes.includes(error.code)) {
      return fail(error.status, { moved: error.code as Moved['moved'] });
    }
    throw error;
  }
}

/** A moment in a form or an address, as ISO, or null; of a year that the store knows. */
export function readMoment(typed: unknown): Date | null {
  const moment = new Date(typeof typed === 'string' && /^(?!0000)\d{4}-/.test(typed) ? typed : '');
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** The number of a version in a form; what is none is no version. */
export function readVersion(typed: unknown): number {
  return typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
}
