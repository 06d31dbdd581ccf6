import type { GeographyTables, MunicipalityChangeRow, MunicipalityRow } from './geography-tables.ts';
import type { County, KorusRegion, Municipality, Population } from './geography.ts';

const firstDay = '2020-01-01';
const reformDay = '2024-01-01';
const before = { validFrom: firstDay, validTo: reformDay };
const after = { validFrom: reformDay, validTo: null };
const throughout = { validFrom: firstDay, validTo: null };

const byNumber = (a: { number: string }, b: { number: string }) => a.number.localeCompare(b.number);

/** Municipalities since 2020, each number once; one that ended in 2024 has the place and affiliations of its first successor. */
export function datedMunicipalities({ municipalities, changes }: GeographyTables): Municipality[] {
  const lasting = new Set(changes.filter(({ change }) => change === 'unchanged').map((row) => row.number_2024));
  const current = municipalities.map((row) => ({
    ...currentMunicipality(row),
    ...(lasting.has(row.number) ? throughout : after)
  }));
  const ended = firstChanges(changes).map((change) => {
    const successor = successorRow(municipalities, change);
    const name = endedName(change, successor, changes);
    return {
      ...currentMunicipality(successor),
      number: change.number_2020,
      name,
      otherNames: name === successor.name_unique ? otherNamesOf(successor) : [],
      countyNumber: change.county_number_2020,
      ...before
    };
  });
  return [...current, ...ended].sort(byNumber);
}

function currentMunicipality(row: MunicipalityRow): Municipality {
  return {
    number: row.number,
    name: row.name_unique,
    otherNames: otherNamesOf(row),
    countyNumber: row.county_number,
    korusRegion: row.korus,
    countyGovernor: row.county_governor,
    policeDistrict: row.police_district,
    centralityClass: row.centrality_class,
    lat: row.lat,
    lon: row.lon,
    ...after
  };
}

function otherNamesOf(row: MunicipalityRow): string[] {
  const names = [row.name, row.name_official, ...row.name_official.split(' - '), row.name_sami, row.name_kven];
  return [...new Set(names)].filter((name): name is string => Boolean(name) && name !== row.name_unique);
}

function firstChanges(changes: MunicipalityChangeRow[]): MunicipalityChangeRow[] {
  const ended = changes.filter(({ change }) => change !== 'unchanged');
  return ended.filter((row) => ended.find(({ number_2020 }) => number_2020 === row.number_2020) === row);
}

function successorRow(municipalities: MunicipalityRow[], change: MunicipalityChangeRow): MunicipalityRow {
  const successor = municipalities.find(({ number }) => number === change.number_2024);
  if (!successor) throw new Error(`municipality_changes.csv: ukjent kommune ${change.number_2024}`);
  return successor;
}

function endedName(
  change: MunicipalityChangeRow,
  successor: MunicipalityRow,
  changes: MunicipalityChangeRow[]
): string {
  const names = change.name_2020.split(' - ');
  const name = names.includes(successor.name) ? successor.name : change.name_2020;
  const isShared = changes.some((row) => row.name_2020 === name && row.number_2020 !== change.number_2020);
  return isShared ? `${name} (${change.county_2020})` : name;
}

/** Counties since 2020; those of today that are not in the list of 2020 begin in 2024. */
export function datedCounties({ counties, changes, korusCounties }: GeographyTables): County[] {
  const numbersBefore = new Set(changes.map((row) => row.county_number_2020));
  const current = counties.map((row) => ({
    number: row.county_number,
    name: row.county,
    korusRegion: row.korus,
    ...(numbersBefore.has(row.county_number) ? throughout : after)
  }));
  const ended = [...numbersBefore].filter((number) => !counties.some((row) => row.county_number === number));
  return [...current, ...ended.map(endedCounty)].sort(byNumber);

  function endedCounty(number: string): County {
    const rows = changes.filter((row) => row.county_number_2020 === number);
    const successors = new Set(rows.map((row) => row.county_number_2024));
    const regions = new Set(
      korusCounties.filter((row) => successors.has(row.county_number)).map((row) => row.korus_short)
    );
    const [region] = regions;
    const korusRegion = regions.size === 1 && region ? region : null;
    return { number, name: rows[0]?.county_2020 ?? number, korusRegion, ...before };
  }
}

/** The KORUS regions, each once, in the order of the file. */
export function korusRegionsOf({ korusCounties }: GeographyTables): KorusRegion[] {
  const regions = new Map(
    korusCounties.map(({ korus, korus_short: id }) => [id, { id, name: korus, shortName: korus.replace('KORUS ', '') }])
  );
  return [...regions.values()];
}

/** Inhabitants on 1 January by municipality number, oldest year first, only the years in which the number was valid. */
export function populationsByNumber(tables: GeographyTables): Record<string, Population[]> {
  const { municipalities, changes, populationSplits } = tables;
  const lasting = new Set(changes.filter(({ change }) => change === 'unchanged').map((row) => row.number_2024));
  const current = municipalities.map((row) => {
    const first =
      lasting.has(row.number) && row.population_2023 !== null ? [withoutAges(2023, row.population_2023)] : [];
    return { number: row.number, years: [...first, ...populationsSince2024(row)] };
  });
  const ended = firstChanges(changes).map((change) => {
    const split = populationSplits.find((row) => row.number_2020 === change.number_2020);
    const total = split?.population_2023 ?? successorRow(municipalities, change).population_2023;
    if (total === null) throw new Error(`population_2023_split.csv: ${change.number_2020} mangler`);
    return { number: change.number_2020, years: [withoutAges(2023, total)] };
  });
  return Object.fromEntries([...current, ...ended].map(({ number, years }) => [number, years]));
}

function populationsSince2024(row: MunicipalityRow): Population[] {
  return [
    {
      year: 2024,
      total: row.population_2024,
      age0to17: row.pop_0_17_2024,
      age15to17: row.pop_15_17_2024,
      age18plus: row.pop_18_plus_2024
    },
    withoutAges(2025, row.population_2025),
    {
      year: 2026,
      total: row.population_2026,
      age0to17: row.pop_0_17_2026,
      age15to17: row.pop_15_17_2026,
      age18plus: row.pop_18_plus_2026
    }
  ];
}

function withoutAges(year: number, total: number): Population {
  return { year, total, age0to17: null, age15to17: null, age18plus: null };
}
