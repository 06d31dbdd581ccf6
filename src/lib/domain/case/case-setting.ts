import { readDay } from '#lib/domain/day.ts';

/** What a unit has decided, from a day on. Days are working days; months count from the later of closing and probation. */
export type CaseSetting = {
  validFrom: string;
  registerDays: number;
  summonDays: number;
  meetingDays: number;
  noticeDays: number;
  leastWarningDays: number;
  reminderHours: number;
  retentionMonths: number;
  leastAttempts: number;
  attendances: number;
  /** The written agreement that lets results of tests pass through the unit; null: they do not. */
  resultAgreement: string | null;
};

/** What holds until a unit has decided otherwise. No deadline is laid down by law; these are proposals. */
export const proposedSetting: CaseSetting = {
  validFrom: '2026-01-01',
  registerDays: 2,
  summonDays: 5,
  meetingDays: 15,
  noticeDays: 2,
  leastWarningDays: 3,
  reminderHours: 24,
  retentionMonths: 12,
  leastAttempts: 2,
  attendances: 1,
  resultAgreement: null
};

/** The setting that holds on a day (ISO): the newest that has begun, else what is proposed. */
export function settingOn(settings: readonly CaseSetting[], day: string): CaseSetting {
  const begun = settings.filter(({ validFrom }) => validFrom <= day);
  return begun.reduce((newest, one) => (one.validFrom > newest.validFrom ? one : newest), begun[0] ?? proposedSetting);
}

/** The numbers of a setting, with the least and the most that the store takes. */
const limits = {
  registerDays: [1, 60],
  summonDays: [1, 60],
  meetingDays: [1, 180],
  noticeDays: [1, 60],
  leastWarningDays: [0, 60],
  reminderHours: [1, 168],
  retentionMonths: [1, 120],
  leastAttempts: [1, 5],
  attendances: [1, 20]
} as const;
export const settingNumbers = Object.keys(limits) as (keyof typeof limits)[];

/** Reads what was typed of a setting. It holds from today at the earliest: what has been done stands. */
export function readSetting(typed: (name: keyof CaseSetting) => string, today: string) {
  const names = [...settingNumbers, 'validFrom', 'resultAgreement'] as const;
  const given = Object.fromEntries(names.map((name) => [name, typed(name).trim()])) as Record<
    keyof CaseSetting,
    string
  >;
  const validFrom = readDay(given.validFrom);
  const isNumber = (name: keyof typeof limits) => {
    const [least, most] = limits[name];
    return /^\d{1,3}$/.test(given[name]) && Number(given[name]) >= least && Number(given[name]) <= most;
  };
  const wrong = [
    ...(validFrom === null || validFrom < today ? (['validFrom'] as const) : []),
    ...settingNumbers.filter((name) => !isNumber(name)),
    ...(/^[\p{L}\d ./-]{0,80}$/u.test(given.resultAgreement) ? [] : (['resultAgreement'] as const))
  ];
  const numbers = Object.fromEntries(settingNumbers.map((name) => [name, Number(given[name])])) as Record<
    keyof typeof limits,
    number
  >;
  const setting: CaseSetting = {
    ...numbers,
    validFrom: validFrom ?? today,
    resultAgreement: given.resultAgreement === '' ? null : given.resultAgreement
  };
  return { setting, typed: given, problems: wrong.map((field) => ({ field, value: given[field] })) };
}
