import type { GeographyTables } from './geography-tables.ts';
import { checkPlacement } from './placement-checks.ts';
import { expectEqual, expectSameValues, expectUnique, total } from './table-expectation.ts';

const published = {
  municipalities: 357,
  municipalitiesBefore2024: 356,
  counties: 15,
  municipalitiesOfSor: { Agder: 25, Telemark: 17, Vestfold: 6, Buskerud: 18 },
  population2023: 5_488_984,
  population2024: 5_550_203
};

const countyTotals = [
  'population_2024',
  'pop_0_17_2024',
  'pop_15_17_2024',
  'pop_18_plus_2024',
  'population_2026'
] as const;

/** Throws on the first disagreement within or between the geography files, or with the totals SSB and KORUS Sør published. */
export function checkGeographyTables(tables: GeographyTables): void {
  checkCounts(tables);
  checkCountyTotals(tables);
  checkChanges(tables);
  checkPopulation2023(tables);
  checkPlacement(tables);
  checkHexTiles(tables);
}

function checkCounts({ municipalities, counties }: GeographyTables): void {
  expectUnique(
    'municipalities.csv, nummer',
    municipalities.map(({ number }) => number)
  );
  expectUnique(
    'municipalities.csv, entydig navn',
    municipalities.map((row) => row.name_unique)
  );
  expectUnique(
    'counties.csv, nummer',
    counties.map((row) => row.county_number)
  );
  expectEqual('municipalities.csv, kommuner', municipalities.length, published.municipalities);
  expectEqual('counties.csv, fylker', counties.length, published.counties);
  for (const [county, count] of Object.entries(published.municipalitiesOfSor)) {
    const members = municipalities.filter((row) => row.county === county && row.korus === 'sor');
    expectEqual(`municipalities.csv, kommuner i ${county} i KORUS Sør`, members.length, count);
  }
  const inSor = municipalities.filter(({ korus }) => korus === 'sor').length;
  expectEqual('municipalities.csv, kommuner i KORUS Sør', inSor, total(Object.values(published.municipalitiesOfSor)));
}

function checkCountyTotals({ municipalities, counties }: GeographyTables): void {
  for (const county of counties) {
    const members = municipalities.filter((row) => row.county_number === county.county_number);
    const place = `counties.csv, ${county.county}`;
    expectEqual(`${place}, kommuner`, county.municipalities, members.length);
    for (const column of countyTotals) {
      expectEqual(`${place}, ${column}`, county[column], total(members.map((row) => row[column])));
    }
  }
  const country = total(municipalities.map((row) => row.population_2024));
  expectEqual('municipalities.csv, folketall 2024', country, published.population2024);
}

function checkChanges({ changes, municipalities, counties }: GeographyTables): void {
  const file = 'municipality_changes.csv';
  const numbersBefore = [...new Set(changes.map((row) => row.number_2020))];
  const numbersAfter = changes.map((row) => row.number_2024);
  expectUnique(`${file}, ny kommune`, numbersAfter);
  expectEqual(`${file}, gamle kommuner`, numbersBefore.length, published.municipalitiesBefore2024);
  expectEqual(`${file}, nye kommuner`, numbersAfter.length, published.municipalities);
  expectSameValues(
    file,
    numbersAfter,
    municipalities.map(({ number }) => number)
  );
  for (const number of numbersBefore) {
    const weights = changes.filter((row) => row.number_2020 === number).map(({ weight }) => weight);
    expectEqual(`${file}, vekt for ${number}`, total(weights).toFixed(4), '1.0000');
  }
  for (const county of counties) {
    const rows = changes.filter((row) => row.county_number_2024 === county.county_number);
    const counties2020 = [...new Set(rows.map((row) => `${row.county_number_2020} ${row.county_2020}`))].join('; ');
    expectEqual(`counties.csv, ${county.county} i 2020–2023`, county.county_2020_2023, counties2020);
  }
}

function checkPopulation2023({ municipalities, changes, populationSplits }: GeographyTables): void {
  const file = 'population_2023_split.csv';
  const splits = changes.filter(({ change }) => change === 'split');
  expectSameValues(
    file,
    populationSplits.map((row) => row.number_2020),
    splits.map((row) => row.number_2020)
  );
  expectSameValues(
    'municipalities.csv, uten folketall 2023',
    municipalities.filter((row) => row.population_2023 === null).map(({ number }) => number),
    splits.map((row) => row.number_2024)
  );
  const country =
    total(municipalities.map((row) => row.population_2023 ?? 0)) +
    total(populationSplits.map((row) => row.population_2023));
  expectEqual(`municipalities.csv og ${file}, folketall 2023`, country, published.population2023);
}

function checkHexTiles({ hexTiles, municipalities }: GeographyTables): void {
  expectUnique(
    'hex_tiles.csv, rute',
    hexTiles.map(({ layout, col, row }) => `${layout} ${col},${row}`)
  );
  expectUnique(
    'hex_tiles.csv, kommune',
    hexTiles.map(({ layout, number }) => `${layout} ${number}`)
  );
  expectSameValues(
    'hex_tiles.csv',
    hexTiles.map(({ layout, number }) => `${layout} ${number}`),
    municipalities.flatMap(({ korus, number }) => [`${korus} ${number}`, `norge ${number}`])
  );
}
