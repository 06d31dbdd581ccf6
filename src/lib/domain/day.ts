const hourMs = 3_600_000;

/** The day (ISO) in Norway at a moment. */
export function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(moment);
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
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}
