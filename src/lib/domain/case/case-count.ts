import type { CaseFile } from './case-file.ts';
import { monthsAfter } from './case-period.ts';

/**
 * A case as it is counted, open or removed: months (ISO, the first day) and not days, so that the row that is left when a
 * case is removed gives the same figures. Null is that there has been no meeting, or that the case is not closed.
 */
export type CountedCase = {
  receivedMonth: string;
  metMonth: string | null;
  closedMonth: string | null;
  isUnder18: boolean;
  /** It stands open, and nobody has recorded when the person was born. */
  isAgeUnknown: boolean;
  isMissed: boolean;
  daysToMeeting: number | null;
  /** It was registered wrongly, and was never a case: it is in no figure. */
  isMisregistered: boolean;
};

/** Whole months (ISO, the first day of each), the last one included; none where `first` is after `last`. */
export type Months = { first: string; last: string };

/** The figures of a municipality's cases in a period. `medianDays` is null when nobody met for the first time in it. */
export type CaseCounts = {
  received: number;
  handled: number;
  under18: number;
  carriedOver: number;
  notMet: number;
  ageUnknown: number;
  medianDays: number | null;
};

type Definition = (one: CountedCase, months: Months) => boolean;

/** What is counted: referred in the period, and met for the first time in it, as the questionnaire's own definitions say. */
const definitions: Record<Exclude<keyof CaseCounts, 'medianDays'>, Definition> = {
  received: ({ receivedMonth }, months) => isIn(receivedMonth, months),
  handled: ({ metMonth }, months) => metMonth !== null && isIn(metMonth, months),
  under18: ({ receivedMonth, isUnder18 }, months) => isUnder18 && isIn(receivedMonth, months),
  carriedOver: ({ receivedMonth, metMonth, closedMonth }, { first }) =>
    receivedMonth < first && isNotBefore(metMonth, first) && isNotBefore(closedMonth, first),
  notMet: ({ receivedMonth, metMonth, isMissed }, months) =>
    isMissed && isIn(receivedMonth, months) && (metMonth === null || metMonth > months.last),
  ageUnknown: ({ receivedMonth, isAgeUnknown }, months) => isAgeUnknown && isIn(receivedMonth, months)
};

/** The questions of the survey that the cases answer, by key. */
export const countedQuestions = {
  cases_received: 'received',
  cases_handled: 'handled',
  cases_under_18: 'under18',
  cases_carried_over: 'carriedOver'
} as const satisfies Record<string, keyof CaseCounts>;

/** The figures of these cases in whole months. */
export function countCases(cases: readonly CountedCase[], months: Months): CaseCounts {
  const counted = cases.filter(({ isMisregistered }) => !isMisregistered);
  const count = (definition: Definition) => counted.filter((one) => definition(one, months)).length;
  const handled = counted.filter((one) => definitions.handled(one, months));
  return {
    received: count(definitions.received),
    handled: handled.length,
    under18: count(definitions.under18),
    carriedOver: count(definitions.carriedOver),
    notMet: count(definitions.notMet),
    ageUnknown: count(definitions.ageUnknown),
    medianDays: medianOf(handled.flatMap(({ daysToMeeting }) => daysToMeeting ?? []))
  };
}

/** A case as it is counted; the row that stays when it is removed says the same. */
export function countedCase(
  file: Pick<CaseFile, 'receivedOn' | 'firstMetOn' | 'closedOn' | 'ageBand' | 'missed' | 'closingCode'>
): CountedCase {
  const { receivedOn, firstMetOn, closedOn, ageBand, missed, closingCode } = file;
  return {
    receivedMonth: monthOf(receivedOn),
    metMonth: firstMetOn && monthOf(firstMetOn),
    closedMonth: closedOn && monthOf(closedOn),
    isUnder18: ageBand === '15_17',
    isAgeUnknown: ageBand === null && closedOn === null,
    isMissed: missed > 0,
    daysToMeeting: firstMetOn === null ? null : daysBetween(receivedOn, firstMetOn),
    isMisregistered: closingCode === 'misregistered'
  };
}

/** The whole months of a period (ISO days): a month that it cuts is counted when the 15th of the month lies in it. */
export function monthsOf({ periodStart, periodEnd }: { periodStart: string; periodEnd: string }): Months {
  const [start, end] = [monthOf(periodStart), monthOf(periodEnd)];
  return {
    first: Number(periodStart.slice(8)) <= 15 ? start : monthsAfter(start, 1),
    last: Number(periodEnd.slice(8)) >= 15 ? end : monthsAfter(end, -1)
  };
}

/** Whether a register was in use from a day (ISO) when the months began; else it lacks what came before. */
export function isWhole(since: string, { first }: Months): boolean {
  return since <= first;
}

/** The days (ISO) from one to another, never below 0. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

/** The first day (ISO) of the month of a day. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function isIn(month: string, { first, last }: Months): boolean {
  return first <= month && month <= last;
}

/** Whether something has not happened, or happened in this month or after it. */
function isNotBefore(month: string | null, first: string): boolean {
  return month === null || month >= first;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
