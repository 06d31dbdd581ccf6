import { checkGeographyTables } from './geography-checks.ts';
import { parseGeographyTables, type MunicipalityChangeRow } from './geography-tables.ts';
import { datedCounties, datedMunicipalities, korusRegionsOf, populationsByNumber } from './geography-units.ts';
import type { Geography, MunicipalityChange } from './geography.ts';

/** Municipalities, counties and other units since 2020-01-01 from the files' text by file name; throws if the files disagree. */
export function parseGeography(files: Record<string, string>): Geography {
  const tables = parseGeographyTables(files);
  checkGeographyTables(tables);
  return {
    municipalities: datedMunicipalities(tables),
    populations: populationsByNumber(tables),
    counties: datedCounties(tables),
    korusRegions: korusRegionsOf(tables),
    countyGovernors: tables.countyGovernors.map((row) => ({
      name: row.name,
      organisationNumber: row.org_number,
      countyNumbers: row.county_numbers
    })),
    policeDistricts: tables.policeDistricts.map((row) => ({
      name: row.police_district,
      officialName: row.name_official
    })),
    changes: tables.changes.map(municipalityChange),
    hexTiles: tables.hexTiles.map(({ layout, number, col, row, x, y }) => ({ layout, number, col, row, x, y }))
  };
}

function municipalityChange(row: MunicipalityChangeRow): MunicipalityChange {
  return {
    kind: row.change,
    numberBefore: row.number_2020,
    numberAfter: row.number_2024,
    date: row.change_date,
    weight: row.weight
  };
}
