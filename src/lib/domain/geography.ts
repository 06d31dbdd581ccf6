export const korusRegionIds = ['sor', 'nord', 'midt', 'vest-bergen', 'vest-stavanger', 'oslo', 'ost'] as const;
export type KorusRegionId = (typeof korusRegionIds)[number];
export type HexLayout = KorusRegionId | 'norge';

type Dated = { validFrom: string; validTo: string | null };

export type Municipality = Dated & {
  number: string;
  name: string;
  /** Official and Sami or Kven names, and the name without what tells it from another's. */
  otherNames: readonly string[];
  countyNumber: string;
  korusRegion: KorusRegionId;
  countyGovernor: string;
  policeDistrict: string;
  centralityClass: number;
  lat: number;
  lon: number;
};

export type Population = {
  year: number;
  total: number;
  age0to17: number | null;
  age15to17: number | null;
  age18plus: number | null;
};

export type County = Dated & {
  number: string;
  name: string;
  korusRegion: KorusRegionId | null;
};

export type KorusRegion = { id: KorusRegionId; name: string; shortName: string };
type CountyGovernor = { name: string; organisationNumber: string; countyNumbers: string[] };
type PoliceDistrict = { name: string; officialName: string };

export type MunicipalityChange = {
  kind: 'unchanged' | 'renumbered' | 'split';
  numberBefore: string;
  numberAfter: string;
  date: string | null;
  weight: number;
};

type HexTile = { layout: HexLayout; number: string; col: number; row: number; x: number; y: number };

export type Geography = {
  municipalities: Municipality[];
  populations: Record<string, Population[]>;
  counties: County[];
  korusRegions: KorusRegion[];
  countyGovernors: CountyGovernor[];
  policeDistricts: PoliceDistrict[];
  changes: MunicipalityChange[];
  hexTiles: HexTile[];
};

/** Municipalities that exist on the date, in number order; known from 2020-01-01. */
export function municipalitiesAt(geography: Geography, date: string): Municipality[] {
  return geography.municipalities.filter((municipality) => isValidAt(municipality, date));
}

/** Counties that exist on the date, in number order; `korusRegion` is null where KORUS divided the county (Viken). */
export function countiesAt(geography: Geography, date: string): County[] {
  return geography.counties.filter((county) => isValidAt(county, date));
}

/**
 * Inhabitants on 1 January of the date's year, or of the nearest published year before it (2023 at the earliest).
 * Ages are null in a year published without them; a municipality that does not exist on the date throws.
 */
export function populationAt(geography: Geography, municipalityNumber: string, date: string): Population {
  const municipality = geography.municipalities.find(({ number }) => number === municipalityNumber);
  if (!municipality || !isValidAt(municipality, date)) {
    throw new Error(`no municipality ${municipalityNumber} on ${date}`);
  }
  const published = geography.populations[municipalityNumber] ?? [];
  const year = Number(date.slice(0, 4));
  const population = published.findLast((candidate) => candidate.year <= year) ?? published[0];
  if (!population) throw new Error(`no population for ${municipalityNumber}`);
  return population;
}

function isValidAt(unit: Dated, date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`not an ISO date: ${date}`);
  return unit.validFrom <= date && (unit.validTo === null || date < unit.validTo);
}
