const monthFirst = /^(0?[1-9]|1[0-2])[./ -](20[0-9]{2})$/;
const yearFirst = /^(20[0-9]{2})-(0[1-9]|1[0-2])$/;

/** A month as typed ("03.2025", "3/2025", "2025-03") in the form it is stored, "2025-03"; null when it is none. */
export function readMonth(typed: string): string | null {
  if (yearFirst.test(typed)) return typed;
  const [, month, year] = monthFirst.exec(typed) ?? [];
  return month && year ? `${year}-${month.padStart(2, '0')}` : null;
}

/** A stored month as people type it, "03.2025"; other text comes back unchanged. */
export function typedMonth(stored: number | string): string {
  const [, year, month] = yearFirst.exec(String(stored)) ?? [];
  return year && month ? `${month}.${year}` : String(stored);
}
