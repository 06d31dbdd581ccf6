import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { callListCsv, type CallRow } from '#lib/ui/follow-up/call-list-csv.ts';

const row: CallRow = {
  municipalityNo: '4223',
  name: 'Vennesla',
  contactName: 'Kari; nestleder',
  email: 'kari@vennesla.example',
  phone: '38 13 72 00',
  mailbox: null,
  extendedUntil: new Date('2025-02-14T23:00:00Z'),
  latest: { text: '=HYPERLINK("http://x")', outcome: 'promised', nextDate: null, promisedFor: '2025-01-17' },
  state: 'broken_promise'
};

it('is read by Norwegian Excel: a byte order mark, semicolons, and nothing typed is a formula', () => {
  const text = callListCsv([row], { language: 'nb', dataKind: 'synthetic' });
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const { data } = Papa.parse<string[]>(text.slice(1).trim(), { delimiter: ';' });
  expect(data[0]).toHaveLength(12);
  expect(data[1]).toEqual([
    ...['4223', 'Vennesla', 'Kari; nestleder', 'kari@vennesla.example', '38 13 72 00', ''],
    ...['løfte ikke holdt', '2025-01-17', '', '2025-02-14', `'=HYPERLINK("http://x")`, 'syntetiske tall']
  ]);
});

it('is no formula either where a note has several lines', () => {
  const latest = { text: '=1+1\nog mer', outcome: 'promised' as const, nextDate: null, promisedFor: null };
  expect(callListCsv([{ ...row, latest }], { language: 'nb', dataKind: 'reported' })).toContain(`;"'=1+1\nog mer";`);
});
