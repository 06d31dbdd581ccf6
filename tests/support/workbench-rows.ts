import { countedInhabitants } from '#lib/domain/counted-inhabitants.ts';
import { figuresOf, type Entry } from '#lib/domain/figure.ts';
import { populationClassOf, type Place } from '#lib/domain/place.ts';
import type { RoundPlace, RoundRow, WorkbenchRows } from '#lib/stats/place-table.ts';
import { answerTimes } from './answer-times.ts';
import { answersOf, smallRegion } from './region.ts';

/** What a municipality is beside what it answered; whatever is not given follows from its number and inhabitants. */
export function placeOf({ municipalityNo, countyNo, population, answers }: Entry, given: Partial<Place> = {}): Place {
  return {
    municipalityNo,
    name: `Kommune ${municipalityNo}`,
    countyNo,
    korusRegion: 'sor',
    policeDistrict: countyNo === '42' ? 'Agder' : 'Sør-Øst',
    countyGovernor: countyNo === '42' ? 'Agder' : 'Vestfold og Telemark',
    centrality: population > 10_000 ? 3 : 5,
    populationClass: populationClassOf(population),
    population,
    population15to17: population / 100,
    population18plus: (population * 8) / 10,
    organisedUnder: answers?.organised_under?.value?.toString() ?? null,
    ...given
  };
}

/**
 * Rounds with what was reported in each, the oldest first, as the workbench's tables; `followed` are the municipalities that
 * have another number in the newest round, or none.
 */
export function workbenchRows(
  rounds: Readonly<Record<string, readonly Entry[]>>,
  followed: Readonly<Record<string, string | null>> = {}
): WorkbenchRows {
  const all = Object.entries(rounds);
  return {
    figure: all.flatMap(([roundId, entries]) => figuresOf(entries).map((figure) => ({ ...figure, roundId }))),
    place: all.flatMap(([roundId, entries]) => placesIn(roundId, entries, followed)),
    round: all.map(([roundId], index) => roundRow(roundId, index + 1)),
    answer_time: []
  };
}

const earlier: Record<string, Entry> = Object.fromEntries(
  smallRegion
    .map((entry): Entry => {
      if (entry.municipalityNo === '4201') return { ...entry, answers: answersOf([2, 1, 1], 'no') };
      if (entry.municipalityNo === '4202') return { ...entry, status: 'missing', answers: null };
      if (entry.municipalityNo === '4203')
        return { ...entry, status: 'answered', answers: answersOf([4, 4, 0], 'yes') };
      return entry;
    })
    .map((entry) => [entry.municipalityNo, entry])
);

/** The small region of 2024 (4 of 6 answered, 8 received), and of 2023, when 4201 received 2, 4202 said nothing and 4203 received 4. */
export const twoRounds: WorkbenchRows = {
  ...workbenchRows({
    '2023': smallRegion.map((entry) => earlier[entry.municipalityNo] ?? entry),
    '2024': smallRegion
  }),
  answer_time: answerTimes
};

function placesIn(
  roundId: string,
  entries: readonly Entry[],
  followed: Readonly<Record<string, string | null>>
): RoundPlace[] {
  const places = new Map(entries.map((entry) => [entry.municipalityNo, placeOf(entry)]));
  const countedOf = countedInhabitants(entries, (municipalityNo) => places.get(municipalityNo)!);
  return [...places.values()].map((place) => {
    const { municipalityNo } = place;
    const followedNo = followed[municipalityNo] === undefined ? municipalityNo : followed[municipalityNo];
    return { ...place, roundId, followedNo, ...countedOf(municipalityNo) };
  });
}

function roundRow(roundId: string, position: number): RoundRow {
  const year = 2000 + position;
  const period = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
  return { roundId, name: `Runde ${roundId}`, ...period, dataKind: 'synthetic', position };
}
