import type { Entry, FigureStatus } from '#lib/domain/figure.ts';

/** Whoever gave a count, with the inhabitants it is of: a host and those its figures include are one. */
export type CountedUnit = { municipalityNo: string; municipalities: number; population: number; count: number };

/** Whoever gave none, and why. A municipality whose host has told is not silent. */
export type SilentUnit = { municipalityNo: string; municipalities: number; population: number; why: FigureStatus };

/** What is known of one count in a round: who told it, and who is silent. Each municipality stands in one of them, once. */
export type EstimateBasis = { indicator: string; counted: readonly CountedUnit[]; silent: readonly SilentUnit[] };

/** Municipalities and inhabitants that stand behind what was counted, of all. */
export type Response = { reported: number; expected: number; populationReported: number; population: number };

/** Divides the municipalities of a round into those that a count is known of and the silent. */
export function basisOf(entries: readonly Entry[], indicator: string): EstimateBasis {
  const isHosted = ({ standsIn }: Entry) => standsIn?.part === 'whole';
  const counted: CountedUnit[] = [];
  const silent: SilentUnit[] = [];
  for (const entry of entries.filter((one) => !isHosted(one))) {
    const members = entries.filter(
      (one) => one === entry || (isHosted(one) && one.standsIn?.host === entry.municipalityNo)
    );
    const unit = {
      municipalityNo: entry.municipalityNo,
      municipalities: members.length,
      population: total(members, 'population')
    };
    const answer = entry.answers?.[indicator];
    if (typeof answer?.value === 'number') counted.push({ ...unit, count: answer.value });
    else silent.push({ ...unit, why: whySilent(entry, answer?.status) });
  }
  return { indicator, counted, silent };
}

/** The cases that were counted. */
export function observedIn({ counted }: Pick<EstimateBasis, 'counted'>): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}

/** How many of all stand behind what was counted. */
export function responseOf({ counted, silent }: Pick<EstimateBasis, 'counted' | 'silent'>): Response {
  const reported = total(counted, 'municipalities');
  const populationReported = total(counted, 'population');
  return {
    ...{ reported, populationReported },
    expected: reported + total(silent, 'municipalities'),
    population: populationReported + total(silent, 'population')
  };
}

/** The sum of a number over units. */
export function total<Key extends string>(units: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return units.reduce((sum, unit) => sum + unit[key], 0);
}

function whySilent({ status }: Entry, given: FigureStatus | undefined): FigureStatus {
  return status === 'answered' || status === 'covered_by_host' ? (given ?? 'not_given') : status;
}
