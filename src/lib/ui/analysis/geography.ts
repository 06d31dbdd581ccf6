import type { Geography, KorusRegionId } from '#lib/domain/geography.ts';
import { tilePlace } from '#lib/domain/tile-place.ts';
import type { RoundPlace } from '#lib/stats/place-table.ts';
import type { AnalysisScene } from './scene.ts';

type Region = { korusRegion: string; geography: Geography };

/** Municipalities of a round on their region's map, with the areas whose borders it can have. */
export function analysisTiles(
  places: readonly RoundPlace[],
  { korusRegion, geography }: Region
): AnalysisScene['tiles'] {
  const counties = new Map(geography.counties.map(({ number, name }) => [number, name]));
  const regions = new Map(geography.korusRegions.map(({ id, shortName }) => [id as string, shortName]));
  return places.map(({ municipalityNo: number, name, countyNo, korusRegion: region, policeDistrict }) => ({
    ...{ number, name, ...tilePlace(geography, korusRegion as KorusRegionId, number) },
    areas: {
      county: counties.get(countyNo) ?? countyNo,
      korus_region: regions.get(region) ?? region,
      police_district: policeDistrict
    }
  }));
}

/** The days on which a region got other counties, and its municipalities that were divided. */
export function analysisBreaks({ korusRegion, geography }: Region): AnalysisScene['breaks'] {
  const [firstDay = ''] = geography.counties.map(({ validFrom }) => validFrom).toSorted();
  const counties = geography.counties.filter((county) => county.korusRegion === korusRegion);
  const days = counties.map(({ validFrom }) => validFrom).filter((day) => day > firstDay);
  const divided = new Map<string, { date: string; name: string }>();
  for (const { kind, date, numberBefore } of geography.changes) {
    const municipality = geography.municipalities.find(({ number }) => number === numberBefore);
    if (kind !== 'split' || date === null || municipality?.korusRegion !== korusRegion) continue;
    divided.set(numberBefore, { date, name: municipality.name });
  }
  return { newCounties: [...new Set(days)], divided: [...divided.values()] };
}
