import { dayOf, daysAfter, momentAt, timeOf, yearsAfter } from './day.ts';
import type { KorusRegionId } from './geography.ts';
import { askedAgain } from './regional-question.ts';
import type { Round } from './round.ts';
import { scheduleKeys, type Schedule } from './round-schedule.ts';

type Known = { taken: readonly string[]; now: Date };

/**
 * The next round of a region, in preparation: the day after the last period until a year after its end, its moments whole
 * years later until they lie ahead, at times that people would choose. `taken` are the slugs of the region's rounds.
 */
export function nextRound(last: Round, questionnaireVersion: number, { taken, now }: Known): Round {
  const periodEnd = yearsAfter(last.periodEnd, 1);
  const slug = freeSlug(periodEnd.slice(0, 4), taken);
  return {
    ...last,
    id: `${last.korusRegion}-${slug}`,
    slug,
    name: nextName(last, periodEnd.slice(0, 4)),
    questionnaireVersion,
    periodStart: daysAfter(last.periodEnd, 1),
    periodEnd,
    ...laterYear(last, now),
    dataKind: last.dataKind === 'synthetic' ? 'synthetic' : 'reported',
    openedAt: null,
    copiedFrom: last.id,
    addon: askedAgain(last.addon)
  };
}

type Beginning = {
  region: { id: KorusRegionId; name: string };
  questionnaire: { id: string; version: number };
};

/** The first round of a region, in preparation: about last year, open from a fortnight ahead. */
export function firstRound({ region, questionnaire }: Beginning, { taken, now }: Known): Round {
  const today = dayOf(now);
  const year = String(Number(today.slice(0, 4)) - 1);
  const slug = freeSlug(year, taken);
  return {
    id: `${region.id}-${slug}`,
    korusRegion: region.id,
    slug,
    name: `${region.name} ${year}`,
    questionnaireId: questionnaire.id,
    questionnaireVersion: questionnaire.version,
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    opensAt: momentAt(daysAfter(today, 14), '08:00'),
    deadlineAt: momentAt(daysAfter(today, 44), '23:59'),
    closesAt: momentAt(daysAfter(today, 58), '23:59'),
    freezesAt: momentAt(daysAfter(today, 88), '23:59'),
    dataKind: 'reported',
    openedAt: null,
    copiedFrom: null,
    addon: []
  };
}

function laterYear(given: Schedule, now: Date): Schedule {
  const last = atChosenTimes(given);
  const years = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((count) => moved(last.opensAt, count) > now) ?? 1;
  const [opensAt, deadlineAt, closesAt, freezesAt] = scheduleKeys.map((key) => moved(last[key], years));
  if (!opensAt || !deadlineAt || !closesAt || !freezesAt) throw new Error('a round has four moments');
  return { opensAt, deadlineAt, closesAt, freezesAt };
}

/** A round that opens at a whole hour and ends at whole hours or with the day; all ends with the day if one does not. */
function atChosenTimes({ opensAt, deadlineAt, closesAt, freezesAt }: Schedule): Schedule {
  const isChosen = [deadlineAt, closesAt, freezesAt].every((moment) => /:00$|^23:59$/.test(timeOf(moment)));
  const endOf = (moment: Date) => (isChosen ? moment : momentAt(dayOf(moment), '23:59'));
  return {
    opensAt: momentAt(dayOf(opensAt), timeOf(opensAt).replace(/\d\d$/, '00')),
    deadlineAt: endOf(deadlineAt),
    closesAt: endOf(closesAt),
    freezesAt: endOf(freezesAt)
  };
}

function moved(moment: Date, years: number): Date {
  return momentAt(yearsAfter(dayOf(moment), years), timeOf(moment));
}

function nextName({ name, periodEnd }: Round, year: string): string {
  const before = periodEnd.slice(0, 4);
  return name.includes(before) ? name.replaceAll(before, year) : `${name} ${year}`;
}

function freeSlug(year: string, taken: readonly string[]): string {
  if (!taken.includes(year)) return year;
  const count = [2, 3, 4, 5, 6, 7, 8, 9].find((number) => !taken.includes(`${year}-${number}`));
  if (count === undefined) throw new Error(`too many rounds of ${year}`);
  return `${year}-${count}`;
}
