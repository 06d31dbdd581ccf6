import { expect, it } from 'vitest';
import { workbookFile } from '#lib/server/workbook.ts';
import { zipTexts } from '../support/zip-text.ts';

const sheets = [
  {
    name: 'Tall',
    widths: [12, 10, 10],
    rows: [
      ['Område', 'Verdi', 'Status'],
      ['Agder', 0, 'vist'],
      ['Telemark', 0.7636, 'vist'],
      ['Vestfold', null, 'ikke svart'],
      ['=1+1', null, '<b>&']
    ]
  },
  { name: 'Forklaring', widths: [20, 40], rows: [['Funn', '71 saker']] }
];

it('numbers are numbers, nothing is left empty, and what looks like a formula is text', async () => {
  const parts = zipTexts(await workbookFile(sheets));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  const cell = (place: string) => new RegExp(`<c r="${place}"([^>]*?)(?:/>|>(.*?)</c>)`, 's').exec(sheet);
  expect(cell('B2')?.[2]).toBe('<v>0</v>');
  expect(cell('B2')?.[1]).not.toContain('t="s"');
  expect(cell('B3')?.[2]).toBe('<v>0.7636</v>');
  expect(cell('B4')?.[2]).toBeUndefined();
  expect(sheet).not.toContain('<f>');
  const strings = parts.get('xl/sharedStrings.xml') ?? sheet;
  for (const text of ['Agder', 'ikke svart', '=1+1', '&lt;b&gt;&amp;']) expect(strings).toContain(`>${text}<`);
});

it('has its sheets by name, with the headings in sight', async () => {
  const parts = zipTexts(await workbookFile(sheets));
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    ([, name]) => name
  );
  expect(names).toEqual(['Tall', 'Forklaring']);
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain('state="frozen"');
});
