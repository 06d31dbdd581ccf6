import type { Answers } from './answer.ts';
import type { RoundSeen, RoundStanding } from './attention.ts';
import { resolveCoverage, type Standing } from './coverage-standing.ts';
import type { Expected, Said } from './coverage.ts';
import { askedDuties, dutyOf, dutyStates, plannedMonth } from './duty.ts';
import type { Question } from './questionnaire.ts';
import type { Round } from './round.ts';

/** A settled round as the desk has it: who is expected, what was said, and what it asked. */
export type DeskRound = {
  round: Pick<Round, 'id' | 'name' | 'periodEnd' | 'dataKind'>;
  asked: readonly Question[];
  expected: readonly Expected[];
  said: readonly Said[];
  followed: ReadonlySet<string>;
};

/** The questions that the desk reads the answers of: cases received and handled, the unit, the duties and their months. */
export function deskKeys(asked: readonly Question[]): string[] {
  const ofDuties = asked.filter(({ key }) => dutyOf(key) !== null);
  const months = ofDuties.flatMap(({ options = [] }) => options.flatMap(({ followUp }) => followUp ?? []));
  return ['cases_received', 'cases_handled', 'organised_under', ...ofDuties.map(({ key }) => key), ...months];
}

/**
 * How each municipality of the desk stands over settled rounds, the newest first, by its number of today; one that was divided
 * since has no history. `numberOf` finds the number of a day's municipality today.
 */
export function historiesOf(
  rounds: readonly DeskRound[],
  numberOf: (municipalityNo: string, day: string) => string | null
): Map<string, RoundSeen[]> {
  const histories = new Map<string, RoundSeen[]>();
  for (const { asked, ...round } of rounds.toSorted((a, b) => b.round.periodEnd.localeCompare(a.round.periodEnd))) {
    const keys = deskKeys(asked);
    const one = { ...round, asked: asked.filter(({ key }) => keys.includes(key)) };
    for (const standing of resolveCoverage(one.expected, one.said)) {
      if (!one.followed.has(standing.municipalityNo)) continue;
      const number = numberOf(standing.municipalityNo, one.round.periodEnd);
      if (number === null) continue;
      const history = histories.get(number) ?? [];
      histories.set(number, history);
      history.push(roundSeen(one, standing));
    }
  }
  return histories;
}

function roundSeen({ round, asked }: DeskRound, { status, answers }: Standing): RoundSeen {
  const given = answers ?? {};
  const planned = askedDuties.flatMap((duty) => {
    const month = plannedMonth(asked, given, duty);
    return month === null ? [] : [[duty, month] as const];
  });
  return {
    ...{ roundId: round.id, name: round.name, periodEnd: round.periodEnd },
    isSynthetic: round.dataKind === 'synthetic',
    standing: roundStanding(status, given),
    duties: dutyStates(asked, given),
    planned: Object.fromEntries(planned),
    received: countOf(given, 'cases_received'),
    handled: countOf(given, 'cases_handled')
  };
}

function roundStanding(status: Standing['status'], answers: Answers): RoundStanding {
  switch (status) {
    case 'answered':
      return answers['cases_received']?.status === 'confirmed_none' ? 'none' : 'answered';
    case 'covered_by_host':
      return 'covered';
    case 'declined':
      return 'declined';
    case 'missing':
      return 'silent';
  }
}

function countOf(answers: Answers, key: string): number | null {
  const value = answers[key]?.value;
  return typeof value === 'number' ? value : null;
}
