import { dayOf, momentAt, readDay, readTime, timeOf } from './day.ts';
import type { Round } from './round.ts';

/** The four moments of a round in their order. */
export const scheduleKeys = ['opensAt', 'deadlineAt', 'closesAt', 'freezesAt'] as const;
export type ScheduleKey = (typeof scheduleKeys)[number];
export type Schedule = Pick<Round, ScheduleKey>;

/** What is wrong with a typed moment, with what was typed; `before` names the one it may not come before. */
export type ScheduleProblem =
  | { field: ScheduleKey; kind: 'day' | 'time'; value: string }
  | { field: ScheduleKey; kind: 'order'; before: ScheduleKey; value: string }
  | { field: ScheduleKey; kind: 'past' | 'begun'; value: string };

/** How the fields of a moment are named in a form: its day and its time in Norway. */
export const dayField = (key: ScheduleKey) => `${key}.day`;
export const timeField = (key: ScheduleKey) => `${key}.time`;

/** The moments as typed fields. */
export function scheduleFields(schedule: Schedule): Record<string, string> {
  return Object.fromEntries(
    scheduleKeys.flatMap((key) => [
      [dayField(key), dayOf(schedule[key])],
      [timeField(key), timeOf(schedule[key])]
    ])
  );
}

/** The moments that were typed, and what is wrong with them; null when one of them is no moment. */
export function readSchedule(fields: Record<string, string>): {
  schedule: Schedule | null;
  problems: ScheduleProblem[];
} {
  const problems: ScheduleProblem[] = [];
  const moments = scheduleKeys.map((key) => {
    const [typedDay = '', typedTime = ''] = [fields[dayField(key)], fields[timeField(key)]];
    const [day, time] = [readDay(typedDay), readTime(typedTime)];
    if (day === null) problems.push({ field: key, kind: 'day', value: typedDay });
    else if (time === null) problems.push({ field: key, kind: 'time', value: typedTime });
    return day === null || time === null ? null : momentAt(day, time);
  });
  const [opensAt, deadlineAt, closesAt, freezesAt] = moments;
  if (!opensAt || !deadlineAt || !closesAt || !freezesAt) return { schedule: null, problems };
  const schedule = { opensAt, deadlineAt, closesAt, freezesAt };
  return { schedule, problems: orderProblems(schedule) };
}

/** What breaks the order: opening before the deadline, the deadline not after closing, closing not after the freeze. */
export function orderProblems(schedule: Schedule): ScheduleProblem[] {
  return scheduleKeys.slice(1).flatMap((field, index) => {
    const before = scheduleKeys[index] ?? 'opensAt';
    const [one, other] = [schedule[before].getTime(), schedule[field].getTime()];
    const isKept = before === 'opensAt' ? one < other : one <= other;
    return isKept ? [] : [{ field, kind: 'order', before, value: dayOf(schedule[field]) } as const];
  });
}

/**
 * What may not be moved in an opened round: its opening once that has come, and closing or freezing to a moment that has
 * passed. A moment that stays where it was is no move. What has frozen stays so: `conditionsOf` gives it no moves at all.
 */
export function moveProblems(before: Schedule, after: Schedule, now: Date): ScheduleProblem[] {
  const moved = scheduleKeys.filter((key) => before[key].getTime() !== after[key].getTime());
  return moved.flatMap((field): ScheduleProblem[] => {
    const value = dayOf(after[field]);
    if (field === 'opensAt' && before.opensAt <= now) return [{ field, kind: 'begun', value }];
    return field !== 'deadlineAt' && after[field] <= now ? [{ field, kind: 'past', value }] : [];
  });
}
