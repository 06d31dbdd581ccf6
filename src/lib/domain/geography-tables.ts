import { z } from 'zod';
import { korusRegionIds } from './geography.ts';
import {
  countyNumber,
  decimal,
  maybeText,
  maybeWholeNumber,
  municipalityNumber,
  text,
  wholeNumber
} from './reference-column.ts';
import { parseReferenceTable } from './reference-table.ts';

const slug = (name: string) =>
  name
    .replace(/^KORUS /, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll(' ', '-');
const korusRegion = z
  .string()
  .transform(slug)
  .pipe(z.enum(korusRegionIds, { error: 'ukjent KORUS-region' }));
const hexLayout = z
  .string()
  .transform(slug)
  .pipe(z.enum([...korusRegionIds, 'norge'], { error: 'ukjent kart' }));
const confidence = z.enum(['high', 'medium', 'low'], { error: 'ukjent grad av sikkerhet' });

const agesDiffer = 'ikke summen av 0–17 og 18+';

const municipality = z
  .object({
    number: municipalityNumber,
    name: text,
    name_unique: text,
    name_official: text,
    name_sami: maybeText,
    sami_language: maybeText,
    name_kven: maybeText,
    name_language_basis: maybeText,
    county_number: countyNumber,
    county: text,
    korus: korusRegion,
    county_governor: text,
    police_district: text,
    population_2024: wholeNumber,
    pop_0_17_2024: wholeNumber,
    pop_15_17_2024: wholeNumber,
    pop_18_24_2024: wholeNumber,
    pop_18_plus_2024: wholeNumber,
    population_2023: maybeWholeNumber,
    population_2025: wholeNumber,
    population_2026: wholeNumber,
    pop_0_17_2026: wholeNumber,
    pop_15_17_2026: wholeNumber,
    pop_18_plus_2026: wholeNumber,
    centrality_class: wholeNumber.pipe(z.number().min(1, 'ikke 1 til 6').max(6, 'ikke 1 til 6')),
    centrality_index: wholeNumber,
    lat: decimal,
    lon: decimal,
    label_lat: decimal,
    label_lon: decimal,
    area_km2: decimal,
    admin_centre: text
  })
  .refine((row) => row.pop_0_17_2024 + row.pop_18_plus_2024 === row.population_2024, {
    path: ['population_2024'],
    error: agesDiffer
  })
  .refine((row) => row.pop_0_17_2026 + row.pop_18_plus_2026 === row.population_2026, {
    path: ['population_2026'],
    error: agesDiffer
  });

const municipalityChange = z.object({
  number_2020: municipalityNumber,
  name_2020: text,
  county_number_2020: countyNumber,
  county_2020: text,
  number_2024: municipalityNumber,
  name_2024: text,
  county_number_2024: countyNumber,
  county_2024: text,
  change: z.enum(['unchanged', 'renumbered', 'split'], { error: 'ukjent endring' }),
  change_date: z
    .enum(['', '2024-01-01'], { error: 'ikke 2024-01-01' })
    .transform((date) => (date === '' ? null : date)),
  weight: decimal,
  county_changed: z.enum(['0', '1'], { error: 'ikke 0 eller 1' }).transform((flag) => flag === '1')
});

const county = z.object({
  county_number: countyNumber,
  county: text,
  name_official: text,
  municipalities: wholeNumber,
  population_2024: wholeNumber,
  pop_0_17_2024: wholeNumber,
  pop_15_17_2024: wholeNumber,
  pop_18_plus_2024: wholeNumber,
  population_2026: wholeNumber,
  area_km2: decimal,
  korus: korusRegion,
  county_governor: text,
  county_2020_2023: text
});

const korusCounty = z.object({
  county_number: countyNumber,
  county: text,
  korus: text,
  korus_short: korusRegion,
  municipalities: wholeNumber,
  population_2024: wholeNumber,
  confidence,
  source: text
});

const countyGovernor = z.object({
  name: text,
  org_number: z.string().regex(/^\d{9}$/, 'ikke et organisasjonsnummer på ni sifre'),
  counties: text,
  county_numbers: text.transform((numbers) => numbers.split(';')),
  municipalities: wholeNumber,
  population_2024: wholeNumber,
  source: text
});

const policeDistrict = z.object({
  police_district: text,
  name_official: text,
  seat_2016: maybeText,
  municipalities: wholeNumber,
  population_2024: wholeNumber,
  coverage: text,
  lowest_confidence: confidence
});

const policeDistrictMunicipality = z.object({
  number: municipalityNumber,
  name: text,
  county: text,
  police_district: text,
  confidence,
  basis: text
});

const hexTile = z.object({
  layout: hexLayout,
  number: municipalityNumber,
  name: text,
  county: text,
  col: wholeNumber,
  row: wholeNumber,
  x: decimal,
  y: decimal
});

const populationSplit = z.object({ number_2020: municipalityNumber, population_2023: wholeNumber, source: text });

/** The files `parseGeography` needs, by name. */
export const geographyFiles = [
  'municipalities.csv',
  'municipality_changes.csv',
  'population_2023_split.csv',
  'counties.csv',
  'korus_regions.csv',
  'county_governors.csv',
  'police_districts.csv',
  'police_district_municipalities.csv',
  'hex_tiles.csv'
] as const;

export type GeographyTables = ReturnType<typeof parseGeographyTables>;
export type MunicipalityRow = z.output<typeof municipality>;
export type MunicipalityChangeRow = z.output<typeof municipalityChange>;

/** The geography files as typed rows, each row valid by itself; relations between files are not checked here. */
export function parseGeographyTables(files: Record<string, string>) {
  const parse = <Schema extends z.ZodObject>(file: (typeof geographyFiles)[number], schema: Schema) => {
    const content = files[file];
    if (content === undefined) throw new Error(`${file}: filen mangler`);
    return parseReferenceTable(file, content, schema);
  };
  return {
    municipalities: parse('municipalities.csv', municipality),
    changes: parse('municipality_changes.csv', municipalityChange),
    populationSplits: parse('population_2023_split.csv', populationSplit),
    counties: parse('counties.csv', county),
    korusCounties: parse('korus_regions.csv', korusCounty),
    countyGovernors: parse('county_governors.csv', countyGovernor),
    policeDistricts: parse('police_districts.csv', policeDistrict),
    policeDistrictMunicipalities: parse('police_district_municipalities.csv', policeDistrictMunicipality),
    hexTiles: parse('hex_tiles.csv', hexTile)
  };
}
