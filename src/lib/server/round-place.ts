import { boundariesBetween, type Boundaries } from '#lib/domain/boundary-change.ts';
import type { Figure } from '#lib/domain/figure.ts';
import {
  municipalitiesAt,
  populationAt,
  type Geography,
  type Municipality,
  type Population
} from '#lib/domain/geography.ts';
import { populationClassOf } from '#lib/domain/place.ts';
import type { Round } from '#lib/domain/round.ts';
import type { RoundPlace } from '#lib/stats/place-table.ts';

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
  round: Round,
  figures: readonly Figure[],
  newestDay: string,
  geography: Geography
): RoundPlace[] {
  const byNumber = (day: string) => new Map(municipalitiesAt(geography, day).map((one) => [one.number, one]));
  const { numberOf } = boundariesBetween(geography.changes, { from: round.periodEnd, to: newestDay });
  const followed: Followed = { own: byNumber(round.periodEnd), newest: byNumber(newestDay), numberOf };
  return figures.flatMap(({ indicator, municipalityNo, category, value }) => {
    const municipality = municipalityNo === null ? undefined : followed.own.get(municipalityNo);
    if (indicator !== 'organised_under' || !municipality) return [];
    const population = populationAt(geography, municipality.number, round.periodEnd);
    const organisedUnder = value === null ? null : category;
    return [{ roundId: round.id, ...placeOf(municipality, followed), ...inhabitantsOf(population), organisedUnder }];
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
  return {
    populationClass: populationClassOf(total),
    population: total,
    population15to17: age15to17,
    population18plus: age18plus
  };
}
