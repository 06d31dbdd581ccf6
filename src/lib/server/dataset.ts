import { createHash } from 'node:crypto';
import { resolveCoverage, type Standing } from '#lib/domain/coverage-standing.ts';
import { figuresFor, type Audience, type Terms } from '#lib/domain/disclosure.ts';
import { figuresOf, type Entry, type Figure } from '#lib/domain/figure.ts';
import { municipalitiesAt, populationAt, type Geography } from '#lib/domain/geography.ts';
import { listAssignments } from './assignment.ts';
import type { Tx } from './db.ts';
import { latestReports } from './report.ts';

/** The figures one audience may have of a round, named by the hash of their content. */
export type Dataset = { hash: string; figures: Figure[] };

/** What a municipality of the round is called and belongs to at the round's date. */
export type Place = { number: string; countyNumber: string; population: { total: number } };

/**
 * A short text that changes whenever any answer, list of expected municipalities or round does, a release becomes public or is
 * withdrawn, or a round closes (by the
 * store's own clock, which its rules go by) or freezes. The count stands beside the highest number because versions may be
 * acknowledged in another order than they were numbered.
 */
export async function storeState(tx: Tx, now: Date): Promise<string> {
  const [row] = await tx.query<{ state: string }>(
    `select concat_ws('-',
      (select count(*) || '.' || coalesce(max(sequence), 0) from report),
      (select count(*) || '.' || coalesce(sum(revision), 0) from assignment),
      (
        select count(*) filter (where freezes_at <= $1)
          || '.' || count(*) filter (where closes_at <= now())
          || '.' || md5(string_agg(
            concat_ws(' ', id, name, opened_at, opens_at, deadline_at, closes_at, freezes_at), ' ' order by id
          ))
        from round
      ),
      (
        select count(*) filter (where release_is_public(release)) || '.' || count(*) filter (where state = 'withdrawn')
        from release
      )) as state`,
    [now]
  );
  return row?.state ?? '';
}

/** The municipalities there are on a date, by number. */
export function placesAt(geography: Geography, date: string): ReadonlyMap<string, Place> {
  return new Map(
    municipalitiesAt(geography, date).map(({ number, countyNumber }) => [
      number,
      { number, countyNumber, population: populationAt(geography, number, date) }
    ])
  );
}

/** Everything reported in a round, one entry a municipality, before any protection: for the gate only. */
export async function readEntries(tx: Tx, roundId: string, places: ReadonlyMap<string, Place>): Promise<Entry[]> {
  return entriesOf(resolveCoverage(await listAssignments(tx, roundId), await latestReports(tx, roundId)), places);
}

/** Where each municipality stands as entries for the gate. */
export function entriesOf(standings: readonly Standing[], places: ReadonlyMap<string, Place>): Entry[] {
  return standings.map((standing) => {
    const place = places.get(standing.municipalityNo);
    if (!place) throw new Error(`municipality not in the geography of the round: ${standing.municipalityNo}`);
    return entryOf(standing, place);
  });
}

function entryOf({ municipalityNo, status, answers, standsIn, part }: Standing, place: Place): Entry {
  const common = { municipalityNo, countyNo: place.countyNumber, population: place.population.total, status, answers };
  if (standsIn === null || part === null || part === 'own') return common;
  return { ...common, standsIn: { host: standsIn, part } };
}

/** Passes a round's entries through the gate for one audience, on the terms that hold now. */
export function datasetFor(audience: Audience, terms: Terms, entries: readonly Entry[]): Dataset {
  const figures = figuresFor(audience, figuresOf(entries), terms);
  const hash = createHash('sha256').update(JSON.stringify(figures)).digest('hex').slice(0, 16);
  return { hash, figures };
}
