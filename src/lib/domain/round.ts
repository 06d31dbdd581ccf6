/** One mapping: a questionnaire sent to the municipalities of a region for a reference period. Dates are ISO strings. */
export type Round = {
  id: string;
  korusRegion: string;
  slug: string;
  name: string;
  questionnaireId: string;
  questionnaireVersion: number;
  periodStart: string;
  periodEnd: string;
  opensAt: Date;
  deadlineAt: Date;
  freezesAt: Date;
  dataKind: DataKind;
};

/** `synthetic`: made-up values about real municipalities. `published`: copied from what others have published. */
export type DataKind = 'reported' | 'synthetic' | 'published';

export type RoundPhase = 'before' | 'open' | 'frozen';

/** A round is open from its opening until it freezes; the shown deadline does not close it. */
export function roundPhase(round: Pick<Round, 'opensAt' | 'freezesAt'>, now: Date): RoundPhase {
  if (now >= round.freezesAt) return 'frozen';
  return now < round.opensAt ? 'before' : 'open';
}

export function takesAnswers(round: Pick<Round, 'opensAt' | 'freezesAt'>, now: Date): boolean {
  return roundPhase(round, now) === 'open';
}

/** Whole days to the shown deadline, rounded up, and since it passed, rounded up too: 0 is the very moment only. */
export function daysLeft(round: Pick<Round, 'deadlineAt'>, now: Date): number {
  const days = (round.deadlineAt.getTime() - now.getTime()) / 86_400_000;
  return days > 0 ? Math.ceil(days) : Math.floor(days);
}

/** Days of the reference period, its first and last counted. */
export function daysOf({ periodStart, periodEnd }: Pick<Round, 'periodStart' | 'periodEnd'>): number {
  return Math.round((Date.parse(periodEnd) - Date.parse(periodStart)) / 86_400_000) + 1;
}
