import { figuresOf, type Entry } from '#lib/domain/figure.ts';
import { populationClassOf, type Place } from '#lib/domain/place.ts';
import type { RoundRow, WorkbenchRows } from '#lib/stats/place-table.ts';
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

/** Rounds with what was reported in each, the oldest first, as the workbench's tables. */
export function workbenchRows(rounds: Readonly<Record<string, readonly Entry[]>>): WorkbenchRows {
  const all = Object.entries(rounds);
  return {
    figure: all.flatMap(([roundId, entries]) => figuresOf(entries).map((figure) => ({ ...figure, roundId }))),
    place: all.flatMap(([roundId, entries]) => entries.map((entry) => ({ ...placeOf(entry), roundId }))),
    round: all.map(([roundId], index) => roundRow(roundId, index + 1))
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
export const twoRounds = workbenchRows({
  '2023': smallRegion.map((entry) => earlier[entry.municipalityNo] ?? entry),
  '2024': smallRegion
});

function roundRow(roundId: string, position: number): RoundRow {
  const year = 2000 + position;
  const period = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
  return { roundId, name: `Runde ${roundId}`, ...period, dataKind: 'synthetic', position };
}
