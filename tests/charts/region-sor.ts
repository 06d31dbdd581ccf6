import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

type Municipality = Record<
  | 'number'
  | 'name'
  | 'population_2024'
  | 'county'
  | 'response_status'
  | 'cases_received'
  | 'web_info'
  | 'responsibility',
  string
>;
type TileRow = Record<'layout' | 'number' | 'name' | 'county' | 'x' | 'y', string>;

export const municipalities = readTable<Municipality>('region_sor_2024.csv');
const counties = ['Agder', 'Telemark', 'Vestfold', 'Buskerud'];

export const webCategories = [
  { id: 'ja', label: 'Ja', tone: 'main' },
  { id: 'planlagt', label: 'Planlagt', tone: 'second' },
  { id: 'nei', label: 'Nei', tone: 'muted' },
  { id: 'missing', label: 'Ikke svart', tone: 'missing' }
] as const;

export const responsibilityCategories = [
  { id: 'ruskonsulent', label: 'Ruskonsulent' },
  { id: 'rusfaglig_forum', label: 'Rusfaglig forum' },
  { id: 'tverrfaglig_team', label: 'Tverrfaglig team' },
  { id: 'annet', label: 'Annet' },
  { id: 'missing', label: 'Ikke svart', tone: 'missing' as const }
];

export const categoryText = {
  key: (label: string, total: number) => `${label} ${total}`,
  count: String,
  absence: { missing: 'ikke svart', withheld: 'vises ikke', none: 'ingen saker' },
  segment: (group: string, category: string, count: string) => `${group}, ${category}: ${count}`,
  base: (answered: number, expected: number) => `${answered} av ${expected}`
};

export function answeredRows() {
  return counties.map((county) => ({
    county,
    answered: inCounty(county).filter(hasAnswered).length,
    expected: inCounty(county).length
  }));
}

export function receivedRows() {
  return counties.map((county) => {
    const reported = inCounty(county).filter(({ cases_received }) => cases_received !== '');
    const value = reported.reduce((sum, { cases_received }) => sum + Number(cases_received), 0);
    return { county, value, reported: reported.length, expected: inCounty(county).length };
  });
}

export function categoryRows(variable: 'web_info' | 'responsibility', categories: readonly { id: string }[]) {
  return counties.flatMap((county) =>
    categories.map(({ id }) => ({
      group: county,
      category: id,
      count: inCounty(county).filter((row) => (row[variable] || 'missing') === id).length
    }))
  );
}

export function tiles(layout: string) {
  const web = new Map(municipalities.map(({ number, web_info }) => [number, web_info || 'missing']));
  return readTable<TileRow>('hex_tiles.csv')
    .filter((row) => row.layout === layout)
    .map(({ number, name, county, x, y }) => ({
      number,
      name,
      county,
      x: Number(x),
      y: Number(y),
      category: web.get(number) ?? 'missing'
    }));
}

function hasAnswered({ response_status }: Municipality): boolean {
  return response_status === 'svart';
}

function inCounty(county: string): Municipality[] {
  return municipalities.filter((row) => row.county === county);
}

export function readTable<Row>(file: string): Row[] {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}
