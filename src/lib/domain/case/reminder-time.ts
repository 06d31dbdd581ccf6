import { dayOf, daysAfter, momentAt, timeOf } from '#lib/domain/day.ts';

const firstTime = '09:00';
/** Some time before the day ends at 17, so that a reminder that has to wait a little still leaves by day. */
const lastTime = '16:00';

/** When a reminder leaves: so many hours before the meeting, else the last time by day before that; null when that is past. */
export function reminderTime(meetingAt: Date, hours: number, now: Date): Date | null {
  const wished = new Date(meetingAt.getTime() - hours * 3_600_000);
  const time = timeOf(wished);
  const day = dayOf(wished);
  const due =
    time < firstTime ? momentAt(daysAfter(day, -1), lastTime) : time > lastTime ? momentAt(day, lastTime) : wished;
  return due > now ? due : null;
}

/** The next time by day, from which a reminder that came too late in the day may leave. */
export function nextDaytime(now: Date): Date {
  const today = momentAt(dayOf(now), firstTime);
  return now < today ? today : momentAt(daysAfter(dayOf(now), 1), firstTime);
}
