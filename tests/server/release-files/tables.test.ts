import { createHash } from 'node:crypto';
import JSONstat from 'jsonstat-toolkit';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { jsonStat } from '#lib/domain/json-stat.ts';
import type { ReleaseFile } from '#lib/server/release-files/format.ts';
import { csvFiles, dataPackage, jsonStatFiles, workbookFiles } from '#lib/server/release-files/tables.ts';
import { convertedByOffice, office } from '../../support/office.ts';
import { releaseReadingOf } from '../../support/release-content.ts';

const reading = releaseReadingOf();
const written = (bytes: Uint8Array | string = '') =>
  typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString();
type Row = Record<string, string>;

function figure(rows: Row[], area: string, measure = 'count', indicator = 'cases_received'): Row | undefined {
  return rows.find((row) => row['omraade'] === area && row['maal'] === measure && row['indikator'] === indicator);
}

describe('figures as CSV', () => {
  const [plain] = csvFiles(reading, 'plain');
  const [excel] = csvFiles(reading, 'norwegian_excel');
  const rowsOf = (text: string) => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;

  it('have a value when it is shown, and an empty one with its sign and words when it is not', () => {
    const rows = rowsOf(written(plain?.bytes));
    expect(figure(rows, 'sor')).toMatchObject({
      verdi: '71',
      status: '',
      status_tekst: 'vist',
      kommuner_svart: '4',
      kommuner: '6'
    });
    expect(figure(rows, '40')).toMatchObject({
      verdi: '',
      status: ':',
      status_tekst: 'vises ikke av hensyn til personvern'
    });
    expect(figure(rows, '39')).toMatchObject({ verdi: '', status: '..', status_tekst: 'ikke svart' });
    expect(figure(rows, 'sor', 'count', 'cases_under_18')).toMatchObject({ verdi: '', status: '.' });
    expect(rows.find((row) => row['kategori'] === 'planned')).toMatchObject({ verdi: '0', status: '' });
  });

  it('say in each row which round and version they are of, and that they are synthetic', () => {
    for (const row of rowsOf(written(plain?.bytes))) {
      expect(row).toMatchObject({ runde: 'Region Sør 2024', versjon: '1', datatype: 'syntetiske tall' });
    }
  });

  it('are for Norwegian Excel with a byte order mark, semicolons and decimal commas', () => {
    const text = written(excel?.bytes);
    expect(text.startsWith('\uFEFFindikator;indikator_tekst;')).toBe(true);
    expect(figure(rowsOf(text), 'sor', 'share', 'cases_handled')).toMatchObject({
      verdi: '0,887324',
      andel_av: 'cases_received'
    });
  });

  it('hold no formula, not even in the name of a municipality', () => {
    for (const form of ['plain', 'norwegian_excel'] as const) {
      const text = written(csvFiles(reading, form)[1]?.bytes);
      expect(text).toContain("'=Kristiansand");
      expect(text).not.toMatch(/(^|[;,"])=Kristiansand/m);
    }
  });
});

describe('figures as JSON-stat, read by the toolkit of its authors', () => {
  const sets = jsonStatFiles(reading).map(({ part, bytes }) => [part, JSONstat(JSON.parse(written(bytes)))] as const);

  it.each(sets)('%s is a data set where every null has a status, and no number has one', (_, set) => {
    expect(set.class).toBe('dataset');
    expect(set.Data()).toHaveLength(set.n);
    for (const { value, status } of set.Data()) expect(status === null).toBe(value !== null);
  });

  it('tells shown, zero, hidden, not answered and not applicable apart', () => {
    const [cases, web] = sets.map(([, set]) => set);
    const at = (omraade: string, maal = 'antall', indikator = 'cases_received') => {
      return cases?.Data({ indikator, omraade, maal, runde: '2024' });
    };
    expect(at('sor')).toEqual({ value: 71, status: null });
    expect(at('40')).toEqual({ value: null, status: ':' });
    expect(at('40', 'rate_nedre')).toEqual({ value: null, status: ':' });
    expect(at('39')).toEqual({ value: null, status: '..' });
    expect(at('sor', 'antall', 'cases_under_18')).toEqual({ value: null, status: '.' });
    expect(at('39', 'kommuner_svart')).toEqual({ value: 0, status: null });
    expect(web?.Data({ kategori: 'planned', omraade: 'sor', maal: 'antall', runde: '2024' })).toEqual({
      value: 0,
      status: null
    });
  });

  it('knows what is place, time and measure, and explains the signs', () => {
    for (const [, set] of sets) {
      expect(set.role).toMatchObject({ geo: ['omraade'], metric: ['maal'], time: ['runde'] });
      for (const sign of [':', '..', '.', '0'])
        expect(set.note.some((note) => note.startsWith(`${sign} = `))).toBe(true);
      expect(set.note[0]).toContain('syntetiske');
    }
    expect(Object.keys(jsonStat(reading.cubes[0] ?? fail())['extension'])).toEqual(['regionspeil']);
  });
});

describe('figures as a workbook', () => {
  it('are numbers, texts and empty cells for another reader of workbooks, after a guide to reading', async () => {
    const [file] = await workbookFiles(reading);
    const bytes = Buffer.from(file?.bytes ?? '');
    const guide = (await readSheet(bytes, 'Leseveiledning')).flat();
    for (const text of [':', '..', '.', '0', 'Arendal svarer gjennom vertskommunen.', 'syntetiske tall'])
      expect(guide).toContain(text);
    const [headings = [], ...rows] = await readSheet(bytes, 'Tall');
    const cells = (area: string) => {
      const row = rows.find((one) => one[headings.indexOf('Område (kode)')] === area && one.includes('count'));
      return ['Verdi', 'Status', 'Kommuner med tall', 'Versjon'].map((heading) => row?.[headings.indexOf(heading)]);
    };
    expect(cells('sor')).toEqual([71, null, 4, 1]);
    expect(cells('40')).toEqual([null, ':', 4, 1]);
    expect(cells('39')).toEqual([null, '..', 0, 1]);
    expect((await readSheet(bytes, 'Kommuner')).flat()).toContain('=Kristiansand');
  });

  it.skipIf(!office)('are opened by LibreOffice', { timeout: 120_000 }, async () => {
    const [file] = await workbookFiles(reading);
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
    const text = convertedByOffice(Buffer.from(file?.bytes ?? ''), 'xlsx', filter);
    expect(text).toContain('Telemark,count,Antall,,,,,:,vises ikke');
  });
});

describe('the data package', () => {
  const files = csvFiles(reading, 'plain').map(({ part, bytes }): ReleaseFile => {
    const content = new Uint8Array(Buffer.from(bytes));
    const hash = createHash('sha256').update(content).digest('hex');
    return { format: 'csv', name: `sor-2024-v1-nb-${part}.csv`, mediaType: 'text/csv', bytes: content, hash };
  });

  it('names every column of the plain CSV files in their order, and the hash of each', () => {
    const [written] = dataPackage(reading, files);
    const { resources, version } = JSON.parse(String(written?.bytes)) as {
      version: string;
      resources: { path: string; hash: string; bytes: number; schema: { fields: Row[]; missingValues: string[] } }[];
    };
    expect(version).toBe('1');
    expect(resources.map(({ path }) => path)).toEqual(files.map(({ name }) => name));
    resources.forEach(({ hash, bytes, schema }, index) => {
      const file = files[index] ?? fail();
      const [headings] = Papa.parse<string[]>(Buffer.from(file.bytes).toString()).data;
      expect(schema.fields.map(({ name }) => name)).toEqual(headings);
      expect([hash, bytes]).toEqual([`sha256:${file.hash}`, file.bytes.length]);
      expect(schema.missingValues).toEqual(['']);
    });
    expect(resources[0]?.schema.fields.find(({ name }) => name === 'verdi')).toMatchObject({
      type: 'number',
      missingValues: ['', ':', '..', '.']
    });
  });

  it('is not made without the files it tells of', () => {
    expect(() => dataPackage(reading, [])).toThrow('no CSV file of the table tall');
  });
});

function fail(): never {
  throw new Error('nothing was written');
}
