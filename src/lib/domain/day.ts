const hourMs = 3_600_000;
const timeZone = 'Europe/Oslo';
/** Swedish writes days and times as ISO does. Made once, since each takes longer than all it formats on a page. */
const days = new Intl.DateTimeFormat('sv-SE', { timeZone });
const times = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The day (ISO) in Norway at a moment. */
export function dayOf(moment: Date): string {
  return days.format(moment);
}

/** The moment a day (ISO) is over in Norway. */
export function endOfDay(day: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hourMs);
  const inSummerTime = new Date(next.getTime() - 2 * hourMs);
  return dayOf(inSummerTime) > day ? inSummerTime : new Date(next.getTime() - hourMs);
}

/** The last day (ISO) of something that holds until a moment. */
export function lastDayBefore(end: Date): string {
  return dayOf(new Date(end.getTime() - 1));
}

/** A day as people write it, "2026-03-01" or "1.3.2026", as ISO; null when it is no day. */
export function readDay(typed: string): string | null {
  const norwegian = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed.trim());
  const day = norwegian
    ? `${norwegian[3]}-${norwegian[2]?.padStart(2, '0')}-${norwegian[1]?.padStart(2, '0')}`
    : typed.trim();
  const time = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

/** The moment of a clock time ("08:30") on a day (ISO) in Norway; a time that the clock skips is an hour later. */
export function momentAt(day: string, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) throw new Error(`not a day and a time: ${day} ${time}`);
  const inSummerTime = new Date(asUtc - 2 * hourMs);
  return dayOf(inSummerTime) === day && timeOf(inSummerTime) === time ? inSummerTime : new Date(asUtc - hourMs);
}

/** The clock time ("08:30") in Norway at a moment. */
export function timeOf(moment: Date): string {
  return times.format(moment);
}

/** A time as people write it, "8:30" or "08.30", as "08:30"; null when it is no time. */
export function readTime(typed: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[.:](\d{2})$/.exec(typed.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** The same day (ISO) some years later; 29 February becomes 28 where there is none. */
export function yearsAfter(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return readDay(moved) ?? moved.replace(/-29$/, '-28');
}

/** The day (ISO) some days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10);
}
