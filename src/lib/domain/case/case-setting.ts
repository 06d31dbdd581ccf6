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
