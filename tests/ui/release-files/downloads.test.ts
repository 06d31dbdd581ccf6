import { expect, it } from 'vitest';
import { downloadsOf } from '#lib/ui/release-files/downloads.ts';

const names = [
  'sor-2024-v1-nb.pdf',
  'sor-2024-v1-nn.pdf',
  'sor-2024-v1-nb-tall.csv',
  'sor-2024-v1-nb-tall-excel.csv',
  'sor-2024-v1-nn-tall.csv'
];

it('files are offered by format, in the language that is read, each with what it is good for', () => {
  const files = names.map((name) => ({ name }));
  expect(downloadsOf(files, 'nb').map(({ id, files: found }) => [id, found.map(({ name }) => name)])).toEqual([
    ['csv', ['sor-2024-v1-nb-tall.csv']],
    ['csv-excel', ['sor-2024-v1-nb-tall-excel.csv']],
    ['pdf', ['sor-2024-v1-nb.pdf']]
  ]);
  expect(downloadsOf(files, 'nn').map(({ label, means }) => `${label}: ${means}`)).toEqual([
    'CSV: Tala som rein tekst, for R, Python og andre program.',
    'PDF: Rapporten til lesing og utskrift, også med skjermlesar.'
  ]);
});
