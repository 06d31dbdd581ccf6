import { readDay } from '#lib/domain/day.ts';

/** The same day (ISO) some months later, or the last of that month where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const month = Number(day.slice(5, 7)) - 1 + months;
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12);
  const start = `${String(year).padStart(4, '0')}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
  for (let last = Number(day.slice(8)); ; last -= 1) {
    const moved = readDay(`${start}-${String(last).padStart(2, '0')}`);
    if (moved) return moved;
  }
}
