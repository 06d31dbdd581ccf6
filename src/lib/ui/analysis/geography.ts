import type { Geography, KorusRegionId } from '#lib/domain/geography.ts';
import { tilePlace } from '#lib/domain/tile-place.ts';
import type { RoundPlace } from '#lib/stats/place-table.ts';
import type { AnalysisScene } from './scene.ts';

type Region = { korusRegion: string; geography: Geography };

/** Municipalities of a round, by their numbers in the newest, on their region's map, with the areas whose borders it can have. */
export function analysisTiles(
  places: readonly RoundPlace[],
  { korusRegion, geography }: Region
): AnalysisScene['tiles'] {
  const counties = new Map(geography.counties.map(({ number, name }) => [number, name]));
  const regions = new Map(geography.korusRegions.map(({ id, shortName }) => [id as string, shortName]));
  return places.map(({ municipalityNo, followedNo, name, countyNo, korusRegion: region, policeDistrict }) => ({
    ...{ number: followedNo ?? municipalityNo, name },
    ...tilePlace(geography, korusRegion as KorusRegionId, municipalityNo),
    areas: {
      county: counties.get(countyNo) ?? countyNo,
      korus_region: regions.get(region) ?? region,
      police_district: policeDistrict
    }
  }));
}

/** The days on which a region got other counties. */
export function newCountiesOf({ korusRegion, geography }: Region): string[] {
  const [firstDay = ''] = geography.counties.map(({ validFrom }) => validFrom).toSorted();
  const counties = geography.counties.filter((county) => county.korusRegion === korusRegion);
  return [...new Set(counties.map(({ validFrom }) => validFrom).filter((day) => day > firstDay))];
}
