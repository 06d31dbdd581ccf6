const monthFirst = /^(0?[1-9]|1[0-2])[./ -](20[0-9]{2})$/;
const nameFirst = /^([a-z]{3,9})\.? (20[0-9]{2})$/i;
/** The same in bokmål and nynorsk. */
const names = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
const yearFirst = /^(20[0-9]{2})-(0[1-9]|1[0-2])$/;

/** A month as typed ("03.2025", "3/2025", "mars 2025", "2025-03") in the form it is stored, "2025-03"; null when it is none. */
export function readMonth(typed: string): string | null {
  if (yearFirst.test(typed)) return typed;
  const [, month, year] = monthFirst.exec(typed) ?? namedMonth(typed);
  return month && year ? `${year}-${month.padStart(2, '0')}` : null;
}

/** A month by its name or the beginning of it, as the parts of a pattern; nothing when it is none. */
function namedMonth(typed: string): string[] {
  const [whole = '', name = '', year = ''] = nameFirst.exec(typed) ?? [];
  const index = names.findIndex((one) => one.startsWith(name.toLowerCase()));
  return whole === '' || index < 0 ? [] : [whole, String(index + 1), year];
}

/** A stored month as people type it, "03.2025"; other text comes back unchanged. */
export function typedMonth(stored: number | string): string {
  const [, year, month] = yearFirst.exec(String(stored)) ?? [];
  return year && month ? `${month}.${year}` : String(stored);
}
