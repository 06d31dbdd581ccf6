import type { GeographyTables, MunicipalityRow } from './geography-tables.ts';
import { expectEqual, expectSameValues, expectUnique, total } from './table-expectation.ts';

type Totals = { municipalities: number; population_2024: number };

/** Throws unless every municipality has exactly one county, KORUS region, county governor and police district, the same in all files. */
export function checkPlacement(tables: GeographyTables): void {
  checkCounties(tables);
  checkKorusRegions(tables);
  checkCountyGovernors(tables);
  checkPoliceDistricts(tables);
}

function checkCounties({ municipalities, counties }: GeographyTables): void {
  for (const row of municipalities) {
    const county = counties.find(({ county_number }) => county_number === row.county_number);
    const place = `municipalities.csv, ${row.number} ${row.name_unique}`;
    if (!county) throw new Error(`${place}: ukjent fylke ${row.county_number}`);
    expectEqual(`${place}, fylke`, row.county, county.county);
    expectEqual(`${place}, KORUS`, row.korus, county.korus);
    expectEqual(`${place}, statsforvalter`, row.county_governor, county.county_governor);
  }
}

function checkKorusRegions({ korusCounties, counties, municipalities }: GeographyTables): void {
  const file = 'korus_regions.csv';
  const numbers = korusCounties.map((row) => row.county_number);
  expectUnique(`${file}, fylke`, numbers);
  expectSameValues(
    file,
    numbers,
    counties.map((row) => row.county_number)
  );
  for (const row of korusCounties) {
    const county = counties.find(({ county_number }) => county_number === row.county_number);
    expectEqual(`${file}, ${row.county}`, row.korus_short, county?.korus ?? '');
    const members = municipalities.filter(({ county_number }) => county_number === row.county_number);
    expectTotals(`${file}, ${row.county}`, row, members);
  }
}

function checkCountyGovernors({ countyGovernors, counties, municipalities }: GeographyTables): void {
  const file = 'county_governors.csv';
  const numbers = countyGovernors.flatMap((row) => row.county_numbers);
  expectUnique(`${file}, fylke`, numbers);
  expectSameValues(
    file,
    numbers,
    counties.map((row) => row.county_number)
  );
  for (const row of countyGovernors) {
    const members = municipalities.filter(({ county_number }) => row.county_numbers.includes(county_number));
    for (const { number, county_governor } of members) expectEqual(`${file}, ${number}`, county_governor, row.name);
    expectTotals(`${file}, ${row.name}`, row, members);
  }
}

function checkPoliceDistricts({
  policeDistricts,
  policeDistrictMunicipalities,
  municipalities
}: GeographyTables): void {
  const file = 'police_district_municipalities.csv';
  const numbers = policeDistrictMunicipalities.map(({ number }) => number);
  expectUnique(`${file}, kommune`, numbers);
  expectSameValues(
    file,
    numbers,
    municipalities.map(({ number }) => number)
  );
  for (const { number, police_district } of policeDistrictMunicipalities) {
    const municipality = municipalities.find((row) => row.number === number);
    expectEqual(`${file}, ${number}`, police_district, municipality?.police_district ?? '');
  }
  expectUnique(
    'police_districts.csv, politidistrikt',
    policeDistricts.map((row) => row.police_district)
  );
  expectSameValues(
    'police_districts.csv',
    policeDistricts.map((row) => row.police_district),
    [...new Set(municipalities.map((row) => row.police_district))]
  );
  for (const row of policeDistricts) {
    const members = municipalities.filter(({ police_district }) => police_district === row.police_district);
    expectTotals(`police_districts.csv, ${row.police_district}`, row, members);
  }
}

function expectTotals(place: string, stated: Totals, members: MunicipalityRow[]): void {
  expectEqual(`${place}, kommuner`, stated.municipalities, members.length);
  const inhabitants = total(members.map((row) => row.population_2024));
  expectEqual(`${place}, folketall 2024`, stated.population_2024, inhabitants);
}
