import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseGeography } from '#lib/domain/geography-parsing.ts';
import { geographyFiles } from '#lib/domain/geography-tables.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import { parseOrganisationTable } from '#lib/domain/organisation-table.ts';

const files = Object.fromEntries(geographyFiles.map((file) => [file, readFileSync(`data/${file}`, 'utf8')]));
const geography = parseGeography(files);
const table = readFileSync('data/organisation_numbers.csv', 'utf8');
const edited = (find: string, replacement: string) => () =>
  parseOrganisationTable(table.replace(find, replacement), geography);

describe('the organisation numbers of municipalities', () => {
  it('are those of every municipality in Region Sør, and of no other', () => {
    const inSor = municipalitiesAt(geography, '2024-03-01').filter(({ korusRegion }) => korusRegion === 'sor');
    const numbers = [...parseOrganisationTable(table, geography).values()];
    expect(numbers.toSorted()).toEqual(inSor.map(({ number }) => number).toSorted());
  });

  it('lead to the municipality that an organisation is', () => {
    const organisations = parseOrganisationTable(table, geography);
    expect(organisations.get('820852982')).toBe('4204');
    expect(organisations.get('940493021')).toBe('4203');
    expect(organisations.get('964965226')).toBeUndefined();
  });

  it.each([
    ['a wrong check digit', '820852982', '820852983', 'linje 46, kolonne organisation_number'],
    ['a number that two have', '940493021', '820852982', 'organisasjonsnummer'],
    ['a municipality twice', '4203,Arendal', '4204,Kristiansand', 'nummer'],
    ['a name that is not the municipality', '4204,Kristiansand', '4204,Kristiansund', '4204 Kristiansund'],
    ['a municipality that is no more', '3301,Drammen', '3005,Drammen', '3005 Drammen']
  ])('%s stops the start', (_, find, replacement, message) => {
    expect(edited(find, replacement)).toThrow(message);
  });
});
