import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGeography } from '#lib/domain/geography-parsing.ts';
import { geographyFiles } from '#lib/domain/geography-tables.ts';
import { countiesAt, municipalitiesAt, populationAt } from '#lib/domain/geography.ts';

type FileName = (typeof geographyFiles)[number];

const files = Object.fromEntries(geographyFiles.map((file) => [file, readFileSync(`data/${file}`, 'utf8')]));
const geography = parseGeography(files);
const at = (number: string, date: string) => municipalitiesAt(geography, date).find((unit) => unit.number === number);
const inhabitants = (date: string) =>
  municipalitiesAt(geography, date).reduce((sum, { number }) => sum + populationAt(geography, number, date).total, 0);

const withEdit = (file: FileName, find: string | RegExp, replacement: string) => {
  const text = files[file] ?? '';
  const edited = text.replace(find, replacement);
  if (edited === text) throw new Error(`nothing to edit in ${file}`);
  return () => parseGeography({ ...files, [file]: edited });
};

describe('units have dates', () => {
  it('356 municipalities in 11 counties until the end of 2023', () => {
    for (const date of ['2020-01-01', '2022-07-01', '2023-12-31']) {
      expect(municipalitiesAt(geography, date)).toHaveLength(356);
      expect(countiesAt(geography, date)).toHaveLength(11);
    }
  });

  it('357 municipalities in 15 counties from 2024', () => {
    expect(municipalitiesAt(geography, '2024-01-01')).toHaveLength(357);
    expect(countiesAt(geography, '2024-01-01')).toHaveLength(15);
  });

  it('none before 2020', () => {
    expect(municipalitiesAt(geography, '2019-12-31')).toEqual([]);
  });

  it('a municipality with a new number ends on the day the new one begins', () => {
    expect(at('3005', '2023-12-31')).toMatchObject({ name: 'Drammen', countyNumber: '30', validTo: '2024-01-01' });
    expect(at('3005', '2024-01-01')).toBeUndefined();
    expect(at('3301', '2023-12-31')).toBeUndefined();
    expect(at('3301', '2024-01-01')).toMatchObject({ name: 'Drammen', countyNumber: '33', validTo: null });
  });

  it('a municipality that kept its number is one unit', () => {
    expect(at('0301', '2023-06-01')).toBe(at('0301', '2024-06-01'));
  });

  it('Ålesund was one municipality before Haram left it', () => {
    expect(at('1507', '2023-06-01')).toMatchObject({ name: 'Ålesund', korusRegion: 'midt', lat: 62.5001 });
    expect(at('1508', '2024-06-01')?.name).toBe('Ålesund');
    expect(at('1580', '2024-06-01')?.name).toBe('Haram');
  });

  it('a former municipality has the KORUS region, police district and county governor of its successor', () => {
    expect(at('3005', '2023-06-01')).toMatchObject({
      korusRegion: 'sor',
      policeDistrict: 'Sør-Øst',
      countyGovernor: 'Statsforvalteren i Østfold, Buskerud, Oslo og Akershus'
    });
  });

  it('names are unique on any day, and in Norwegian', () => {
    expect(at('3018', '2023-06-01')?.name).toBe('Våler (Viken)');
    expect(at('3114', '2024-06-01')?.name).toBe('Våler (Østfold)');
    expect(at('5402', '2023-06-01')?.name).toBe('Harstad');
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const units = municipalitiesAt(geography, date.toISOString().slice(0, 10));
        expect(new Set(units.map(({ name }) => name)).size).toBe(units.length);
        expect(new Set(units.map(({ number }) => number)).size).toBe(units.length);
      })
    );
  });

  it('every municipality lies in a county of the same day', () => {
    for (const date of ['2023-06-01', '2024-06-01']) {
      const counties = new Set(countiesAt(geography, date).map(({ number }) => number));
      for (const { countyNumber } of municipalitiesAt(geography, date)) expect(counties).toContain(countyNumber);
    }
  });

  it('a county that KORUS divided has no KORUS region', () => {
    const counties = countiesAt(geography, '2023-06-01');
    expect(counties.find(({ name }) => name === 'Viken')).toMatchObject({ number: '30', korusRegion: null });
    expect(counties.find(({ name }) => name === 'Vestfold og Telemark')).toMatchObject({ korusRegion: 'sor' });
  });

  it('a date that is not a day is refused', () => {
    expect(() => municipalitiesAt(geography, '2024')).toThrow('not an ISO date: 2024');
  });
});

describe('region Sør', () => {
  it('has 66 municipalities before and after 2024', () => {
    for (const date of ['2023-06-01', '2024-03-31']) {
      const members = municipalitiesAt(geography, date).filter(({ korusRegion }) => korusRegion === 'sor');
      expect(members).toHaveLength(66);
    }
  });

  it('has 25 municipalities in Agder, 17 in Telemark, 6 in Vestfold and 18 in Buskerud', () => {
    const count = (county: string) =>
      municipalitiesAt(geography, '2024-03-31').filter(({ countyNumber }) => countyNumber === county).length;
    expect([count('42'), count('40'), count('39'), count('33')]).toEqual([25, 17, 6, 18]);
  });

  it('is one of seven', () => {
    expect(geography.korusRegions).toHaveLength(7);
    expect(geography.korusRegions).toContainEqual({ id: 'sor', name: 'KORUS Sør', shortName: 'Sør' });
    expect(geography.korusRegions).toContainEqual({
      id: 'vest-bergen',
      name: 'KORUS Vest Bergen',
      shortName: 'Vest Bergen'
    });
  });
});

describe('population', () => {
  it('is that of 1 January of the year', () => {
    expect(populationAt(geography, '0301', '2024-12-31')).toEqual({
      year: 2024,
      total: 717710,
      age0to17: 131972,
      age15to17: 21384,
      age18plus: 585738
    });
    expect(populationAt(geography, '0301', '2023-07-01')).toMatchObject({ year: 2023, total: 709037 });
  });

  it('has ages only in the years that were published with ages', () => {
    const none = { age0to17: null, age15to17: null, age18plus: null };
    expect(populationAt(geography, '0301', '2023-07-01')).toMatchObject(none);
    expect(populationAt(geography, '0301', '2025-07-01')).toMatchObject({ total: 724290, ...none });
    expect(populationAt(geography, '0301', '2026-07-01')).toMatchObject({ age0to17: 131594, age18plus: 597120 });
  });

  it('is the nearest published one outside 2023 to 2026', () => {
    expect(populationAt(geography, '0301', '2022-07-01').year).toBe(2023);
    expect(populationAt(geography, '0301', '2029-01-01').year).toBe(2026);
  });

  it('of Ålesund was 67,520 before the split, 58,509 and 9,357 after', () => {
    expect(populationAt(geography, '1507', '2023-01-01').total).toBe(67520);
    expect(populationAt(geography, '1508', '2024-01-01').total).toBe(58509);
    expect(populationAt(geography, '1580', '2024-01-01').total).toBe(9357);
  });

  it('of all municipalities is that of the country', () => {
    expect(inhabitants('2023-01-01')).toBe(5_488_984);
    expect(inhabitants('2024-01-01')).toBe(5_550_203);
    expect(inhabitants('2025-01-01')).toBe(5_594_340);
    expect(inhabitants('2026-01-01')).toBe(5_627_400);
  });

  it('is refused for a municipality that does not exist on the day', () => {
    expect(() => populationAt(geography, '3301', '2023-12-31')).toThrow('no municipality 3301 on 2023-12-31');
    expect(() => populationAt(geography, '9999', '2024-01-01')).toThrow('no municipality 9999 on 2024-01-01');
  });
});

describe('hex tiles', () => {
  it('place every municipality once in Norway and once in its region', () => {
    const tiles = (layout: string) => geography.hexTiles.filter((tile) => tile.layout === layout).length;
    expect([tiles('norge'), tiles('sor'), tiles('oslo')]).toEqual([357, 66, 1]);
    expect(geography.hexTiles).toHaveLength(714);
    expect(geography.hexTiles).toContainEqual({ layout: 'sor', number: '3301', col: 8, row: 5, x: 8, y: 4.33 });
  });
});

describe('the other units', () => {
  it('are 10 county governors, 12 police districts and 357 changes', () => {
    expect(geography.countyGovernors).toHaveLength(10);
    expect(geography.policeDistricts).toHaveLength(12);
    expect(geography.changes).toHaveLength(357);
    expect(geography.countyGovernors).toContainEqual({
      name: 'Statsforvalteren i Vestfold og Telemark',
      organisationNumber: '974762501',
      countyNumbers: ['39', '40']
    });
    expect(geography.changes.filter(({ kind }) => kind === 'split')).toEqual([
      { kind: 'split', numberBefore: '1507', numberAfter: '1508', date: '2024-01-01', weight: 0.8621 },
      { kind: 'split', numberBefore: '1507', numberAfter: '1580', date: '2024-01-01', weight: 0.1379 }
    ]);
  });
});

describe('files that disagree are refused', () => {
  const cases: [rule: string, edit: () => unknown, message: string][] = [
    [
      'ages that do not make the total',
      withEdit('municipalities.csv', '717710', '717711'),
      'municipalities.csv, linje 2, kolonne population_2024: ikke summen av 0–17 og 18+ ("717711")'
    ],
    [
      'an unknown KORUS region',
      withEdit('municipalities.csv', 'KORUS Oslo', 'KORUS Osl'),
      'municipalities.csv, linje 2, kolonne korus: ukjent KORUS-region ("KORUS Osl")'
    ],
    [
      'a municipality less',
      withEdit('municipalities.csv', /\n5636,.*/, ''),
      'municipalities.csv, kommuner: 356, ventet 357'
    ],
    [
      'a municipality twice',
      withEdit('municipalities.csv', /(\n5636,.*)/, '$1$1'),
      'municipalities.csv, nummer: 5636 står to ganger'
    ],
    [
      'two municipalities with one name',
      withEdit('municipalities.csv', '5636,Nesseby,Nesseby,Unjárga - Nesseby', '5636,Nesseby,Vadsø,Unjárga'),
      'municipalities.csv, entydig navn: Vadsø står to ganger'
    ],
    [
      'a county with another sum than its municipalities',
      withEdit('counties.csv', '499417', '499418'),
      'counties.csv, Rogaland, population_2024: 499418, ventet 499417'
    ],
    [
      'a county with another earlier county than its municipalities',
      withEdit('counties.csv', '30 Viken', '38 Vestfold og Telemark'),
      'counties.csv, Østfold i 2020–2023: 38 Vestfold og Telemark, ventet 30 Viken'
    ],
    [
      'a county in another KORUS region than its municipalities',
      withEdit('counties.csv', 'KORUS Vest Stavanger', 'KORUS Sør'),
      'municipalities.csv, 1101 Eigersund, KORUS: vest-stavanger, ventet sor'
    ],
    [
      'a county in two KORUS regions',
      withEdit('korus_regions.csv', /(\n03,Oslo.*)/, '$1\n03,Oslo,KORUS Øst,Øst,1,717710,low,nowhere'),
      'korus_regions.csv, fylke: 03 står to ganger'
    ],
    [
      'a county under two county governors',
      withEdit('county_governors.csv', 'Rogaland,11,', 'Rogaland,11;03,'),
      'county_governors.csv, fylke: 03 står to ganger'
    ],
    [
      'a municipality in two police districts',
      withEdit('police_district_municipalities.csv', /(\n5636,.*)/, '$1$1'),
      'police_district_municipalities.csv, kommune: 5636 står to ganger'
    ],
    [
      'a municipality in no police district',
      withEdit('police_district_municipalities.csv', /\n5636,.*/, ''),
      'police_district_municipalities.csv: 5636 mangler'
    ],
    [
      'a police district with another number of municipalities',
      withEdit('police_districts.csv', 'Ski,29', 'Ski,30'),
      'police_districts.csv, Øst, kommuner: 30, ventet 29'
    ],
    [
      'two tiles in one place',
      withEdit('hex_tiles.csv', 'Kongsberg,Buskerud,6,5', 'Kongsberg,Buskerud,8,5'),
      'hex_tiles.csv, rute: sor 8,5 står to ganger'
    ],
    [
      'a municipality without a tile',
      withEdit('hex_tiles.csv', /\nNorge,5636,.*/, ''),
      'hex_tiles.csv: norge 5636 mangler'
    ],
    [
      'a new municipality from two old ones',
      withEdit('municipality_changes.csv', /,1508,Ålesund/, ',1580,Ålesund'),
      'municipality_changes.csv, ny kommune: 1580 står to ganger'
    ],
    [
      'shares of an old municipality that do not make one',
      withEdit('municipality_changes.csv', '0.1379', '0.1380'),
      'municipality_changes.csv, vekt for 1507: 1.0001, ventet 1.0000'
    ],
    [
      'a population 2023 that does not make that of the country',
      withEdit('population_2023_split.csv', '67520', '67524'),
      'municipalities.csv og population_2023_split.csv, folketall 2023: 5488988, ventet 5488984'
    ]
  ];

  it.each(cases)('%s', (_rule, edit, message) => {
    expect(edit).toThrow(new Error(message));
  });

  it('a file that is not there', () => {
    expect(() => parseGeography({})).toThrow('municipalities.csv: filen mangler');
  });
});
