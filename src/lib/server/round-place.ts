import { boundariesBetween, type Boundaries } from '#lib/domain/boundary-change.ts';
import { countedInhabitants } from '#lib/domain/counted-inhabitants.ts';
import {
  municipalitiesAt,
  populationAt,
  type Geography,
  type Municipality,
  type Population
} from '#lib/domain/geography.ts';
import { populationClassOf } from '#lib/domain/place.ts';
import type { RoundPlace } from '#lib/stats/place-table.ts';
import type { RoundPart } from './round-part.ts';

/** The municipalities of a round's day, and those of the newest round that they are followed to. */
type Followed = { own: ReadonlyMap<string, Municipality>; newest: ReadonlyMap<string, Municipality> } & Pick<
  Boundaries,
  'numberOf'
>;

/**
 * The municipalities of a round, each with its inhabitants then and where its own answer says it is organised. It belongs
 * where it does in the newest round, so that an area is the same in all.
 */
export function placesIn(
  { round, entries, figures }: Pick<RoundPart, 'round' | 'entries' | 'figures'>,
  newestDay: string,
  geography: Geography
): RoundPlace[] {
  const byNumber = (day: string) => new Map(municipalitiesAt(geography, day).map((one) => [one.number, one]));
  const { numberOf } = boundariesBetween(geography.changes, { from: round.periodEnd, to: newestDay });
  const followed: Followed = { own: byNumber(round.periodEnd), newest: byNumber(newestDay), numberOf };
  const inhabitantsIn = (number: string) => inhabitantsOf(populationAt(geography, number, round.periodEnd));
  const counted = countedInhabitants(entries, inhabitantsIn);
  return figures.flatMap(({ indicator, municipalityNo, category, value }) => {
    const municipality = municipalityNo === null ? undefined : followed.own.get(municipalityNo);
    if (indicator !== 'organised_under' || !municipality) return [];
    const { number } = municipality;
    const inhabitants = inhabitantsIn(number);
    return [
      {
        roundId: round.id,
        ...placeOf(municipality, followed),
        populationClass: populationClassOf(inhabitants.population),
        ...inhabitants,
        organisedUnder: value === null ? null : category,
        ...counted(number)
      }
    ];
  });
}

function placeOf(municipality: Municipality, { newest, numberOf }: Followed) {
  const followedNo = numberOf(municipality.number);
  const place = (followedNo === null ? undefined : newest.get(followedNo)) ?? municipality;
  return {
    municipalityNo: municipality.number,
    followedNo,
    name: place.name,
    countyNo: place.countyNumber,
    korusRegion: place.korusRegion,
    policeDistrict: place.policeDistrict,
    countyGovernor: place.countyGovernor,
    centrality: place.centralityClass
  };
}

function inhabitantsOf({ total, age15to17, age18plus }: Population) {
  return { population: total, population15to17: age15to17, population18plus: age18plus };
}
