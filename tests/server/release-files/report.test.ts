import { beforeAll, describe, expect, it } from 'vitest';
import { reportDocx } from '#lib/server/release-files/report-docx.ts';
import { reportPdf } from '#lib/server/release-files/report-pdf.ts';
import { convertedByOffice, office } from '../../support/office.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import { releaseAddress, releaseReadingOf } from '../../support/release-content.ts';
import { zipTexts } from '../../support/zip-text.ts';

const reading = releaseReadingOf();
const said = [
  'Rådgivende enheter for russaker i Region Sør 2024',
  '4 av 6 kommuner har svart. De melder om 71 saker.',
  'Tallet for <Agder> er rettet & kontrollert.',
  'Det samlede tallet er trolig mellom 73 og 97 (95 % usikkerhet).',
  'For få kommuner har svart til at vi kan anslå et samlet tall.',
  'Arendal svarer gjennom vertskommunen.',
  'Slik er tallene laget',
  'syntetiske tall',
  'Versjon 1',
  releaseAddress
];

describe('the report as PDF', () => {
  let raw: string;
  let text: string;
  beforeAll(async () => {
    const [file] = await reportPdf(reading, { isCompressed: false });
    const bytes = Buffer.from(file?.bytes ?? '');
    raw = bytes.toString('latin1');
    text = textOfPdf(bytes).replace(/\s+/g, ' ');
  }, 60_000);

  it('says what the release says', () => {
    for (const sentence of said) expect(text).toContain(sentence);
  });

  it('is tagged: headings, tables with headings of rows and columns, lists, and pictures with words', () => {
    for (const type of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure']) {
      expect(raw).toContain(`/S /${type}\n`);
    }
    expect(raw).toContain('/Scope /Column');
    expect(raw).toContain('/Scope /Row');
    expect(raw.match(/\/Alt /g)).toHaveLength(reading.pictures.length);
    expect(raw).toContain('/Lang (nb)');
  });

  it('has each area with its figure or its sign, and n of N', () => {
    expect(text).toContain('KORUS Sør 71 10,4 (8,2–13,2) 4 av 6');
    expect(text).toContain('Telemark : : 4 av 6');
    expect(text).toContain('Vestfold .. .. 0 av 6');
  });
});

describe('the report as a Word document', () => {
  let parts: Map<string, string>;
  let bytes: Uint8Array;
  beforeAll(async () => {
    const [file] = await reportDocx(reading);
    bytes = Buffer.from(file?.bytes ?? '');
    parts = zipTexts(bytes);
  }, 60_000);

  it('says what the release says', () => {
    const xml = parts.get('word/document.xml') ?? '';
    const text = xml
      .replace(/<[^>]+>/g, '\n')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    for (const sentence of said) expect(text).toContain(sentence);
  });

  it('has headings as styles, rows of headings in tables, words for pictures, and its language', () => {
    const xml = parts.get('word/document.xml') ?? '';
    for (const style of ['Heading1', 'Heading2', 'Heading3']) expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
    const tables = reading.report.filter(({ kind }) => kind === 'table').length;
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(tables);
    for (const { title } of reading.pictures) expect(xml).toContain(`descr="${title}"`);
    expect(parts.get('word/styles.xml')).toContain('w:val="nb-NO"');
  });

  it('was made when the release was, not when it was written', () => {
    const dates = [...(parts.get('docProps/core.xml') ?? '').matchAll(/T\d\d:\d\d:\d\dZ/g)].map(([time]) => time);
    expect(dates).toEqual(['T09:00:00Z', 'T09:00:00Z']);
  });

  it.skipIf(!office)('is opened by LibreOffice', { timeout: 120_000 }, () => {
    const text = convertedByOffice(bytes, 'docx', 'txt:Text (encoded):UTF8');
    expect(text).toContain('4 av 6 kommuner har svart. De melder om 71 saker.');
    expect(text).toContain('Telemark');
  });
});
