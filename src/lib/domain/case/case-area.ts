import { readDay } from '#lib/domain/day.ts';

/** A municipality that a unit serves from a day until another (ISO), the last not counted; null: on. */
export type CaseArea = {
  municipalityNo: string;
  validFrom: string;
  validUntil: string | null;
  /** The agreement that lets the unit serve it; null for the host. */
  agreement: string | null;
  openCases: number;
};
export type AreaProblem = { field: 'municipality' | 'from' | 'agreement'; value: string };

/** Reads what was typed of a municipality to be added; it begins today at the earliest: what was done stands. */
export function readNewArea(
  typed: (name: AreaProblem['field']) => string,
  { today, known }: { today: string; known: readonly string[] }
) {
  const municipalityNo = typed('municipality');
  const agreement = typed('agreement').trim();
  const from = readDay(typed('from'));
  const problems: AreaProblem[] = [];
  if (!known.includes(municipalityNo)) problems.push({ field: 'municipality', value: municipalityNo });
  if (from === null || from < today) problems.push({ field: 'from', value: typed('from') });
  if (!/^[\p{L}\d ./:-]{1,80}$/u.test(agreement)) problems.push({ field: 'agreement', value: agreement });
  return { area: { municipalityNo, agreement, from: from ?? today }, problems };
}

/** The first day (ISO) that a municipality is served no more: today at the earliest, and after it began; null when it is none. */
export function readEnd(typed: string, { validFrom }: Pick<CaseArea, 'validFrom'>, today: string): string | null {
  const day = readDay(typed);
  return day !== null && day >= today && day > validFrom ? day : null;
}
