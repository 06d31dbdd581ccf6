import { municipalitiesAt, type Geography, type KorusRegionId } from '#lib/domain/geography.ts';
import { tilePlace } from '#lib/domain/tile-place.ts';
import type { RoundPlace } from '#lib/stats/place-table.ts';
import type { AnalysisScene } from './scene.ts';

type Region = { korusRegion: string; geography: Geography };
type Placed = Pick<
  RoundPlace,
  'municipalityNo' | 'followedNo' | 'name' | 'countyNo' | 'korusRegion' | 'policeDistrict'
>;

/** Every municipality of the country on a day, on the map of the country. */
export function countryTiles(geography: Geography, day: string): AnalysisScene['tiles'] {
  const places = municipalitiesAt(geography, day).map(
    ({ number, name, countyNumber, korusRegion, policeDistrict }) => ({
      ...{ municipalityNo: number, followedNo: number, name },
      ...{ countyNo: countyNumber, korusRegion, policeDistrict }
    })
  );
  return analysisTiles(places, { korusRegion: 'norge', geography });
}

/** Municipalities of a round, by their numbers in the newest, on their region's map, with the areas whose borders it can have. */
export function analysisTiles(places: readonly Placed[], { korusRegion, geography }: Region): AnalysisScene['tiles'] {
  const counties = new Map(geography.counties.map(({ number, name }) => [number, name]));
  const regions = new Map(geography.korusRegions.map(({ id, shortName }) => [id as string, shortName]));
  return places.map(({ municipalityNo, followedNo, name, countyNo, korusRegion: region, policeDistrict }) => ({
    ...{ number: followedNo ?? municipalityNo, name },
    ...tilePlace(geography, korusRegion as KorusRegionId | 'norge', municipalityNo),
    areas: {
      county: counties.get(countyNo) ?? countyNo,
      korus_region: regions.get(region) ?? region,
      police_district: policeDistrict
    }
  }));
}
