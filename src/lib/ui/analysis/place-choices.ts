import type { PlaceChoices } from '#lib/domain/analysis.ts';
import type { Municipality } from '#lib/domain/geography.ts';

/** What there is to choose from among some municipalities. */
export function placeChoices(municipalities: readonly Municipality[]): PlaceChoices {
  const each = (of: (one: Municipality) => string) => [...new Set(municipalities.map(of))];
  return {
    counties: each(({ countyNumber }) => countyNumber),
    municipalities: each(({ number }) => number),
    areas: {
      police_district: each(({ policeDistrict }) => policeDistrict),
      county_governor: each(({ countyGovernor }) => countyGovernor),
      korus_region: each(({ korusRegion }) => korusRegion)
    }
  };
}
