import type { Expected, Said } from './coverage.ts';
import { resolveCoverage, type Standing } from './coverage-standing.ts';

/** Where a municipality stands in a round, without what it answered. */
export type Place = Omit<Standing, 'answers'>;

/** Where every municipality of a round stands, by number, from what the reports that count say of others. */
export function placesOf(expected: readonly Expected[], said: readonly Omit<Said, 'answers'>[]): Map<string, Place> {
  const reports = said.map(({ municipalityNo, coverage }) => ({ municipalityNo, coverage, answers: {} }));
  return new Map(
    resolveCoverage(expected, reports).map(({ municipalityNo, status, standsIn, part, waitsFor, conflict }) => [
      municipalityNo,
      { municipalityNo, status, standsIn, part, waitsFor, conflict }
    ])
  );
}

/** The place of a municipality of the round; another number is a fault of the caller. */
export function placeOf(places: ReadonlyMap<string, Place>, municipalityNo: string): Place {
  const place = places.get(municipalityNo);
  if (!place) throw new Error('no standing: ' + municipalityNo);
  return place;
}
