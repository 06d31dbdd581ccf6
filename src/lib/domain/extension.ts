import { dayOf, endOfDay, readDay } from './day.ts';
import type { Round } from './round.ts';

/** More time for one municipality: the moment its last day is over, and why. */
export type Extension = { until: Date; reason: string };
export type ExtensionProblem = { field: 'until' | 'reason'; kind: 'day' | 'past' | 'frozen' | 'missing' | 'too_long' };

const longestReason = 300;

/** More time as it was typed: a last day still to come and not after the freeze, and a reason; else what is wrong. */
export function readExtension(
  typed: { until: string; reason: string },
  { freezesAt }: Pick<Round, 'freezesAt'>,
  now: Date
): { extension: Extension | null; problems: ExtensionProblem[] } {
  const problems: ExtensionProblem[] = [];
  const day = readDay(typed.until);
  const reason = typed.reason.trim().replaceAll(/\s+/g, ' ');
  if (day === null) problems.push({ field: 'until', kind: 'day' });
  else if (day < dayOf(now)) problems.push({ field: 'until', kind: 'past' });
  else if (day > dayOf(freezesAt)) problems.push({ field: 'until', kind: 'frozen' });
  if (reason === '') problems.push({ field: 'reason', kind: 'missing' });
  if (reason.length > longestReason) problems.push({ field: 'reason', kind: 'too_long' });
  if (day === null || problems.length > 0) return { extension: null, problems };
  return { extension: { until: new Date(Math.min(endOfDay(day).getTime(), freezesAt.getTime())), reason }, problems };
}
