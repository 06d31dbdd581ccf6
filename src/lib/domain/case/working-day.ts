import { daysAfter } from '#lib/domain/day.ts';

const fixedHolidays = ['01-01', '05-01', '05-17', '12-25', '12-26'];
/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension, Whit Sunday and Whit Monday. */
const movingHolidays = [-3, -2, 0, 1, 39, 49, 50];

/** Easter Sunday (ISO) of a year in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leapCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * a + century - Math.floor(century / 4) - leapCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const marchDay = 22 + epact + weekday - 7 * late;
  return daysAfter(`${year}-03-01`, marchDay - 1);
}

/** Whether a day (ISO) is a public holiday in Norway (lov om 1. og 17. mai, helligdagsfredloven § 2). */
export function isHoliday(day: string): boolean {
  const easter = easterSunday(Number(day.slice(0, 4)));
  return fixedHolidays.includes(day.slice(5)) || movingHolidays.some((days) => daysAfter(easter, days) === day);
}

/** Whether a day (ISO) is one that deadlines are counted in: no Saturday, Sunday or holiday. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** The day (ISO) so many working days after another; the day itself is not counted. */
export function workingDaysAfter(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = daysAfter(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}
