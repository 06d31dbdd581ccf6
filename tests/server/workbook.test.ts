import { Buffer } from 'node:buffer';
import readWorkbook from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { svgDocument } from '#lib/server/svg-document.ts';
import { workbookFile } from '#lib/server/workbook.ts';
import type { ComparisonRow } from '#lib/stats/comparison.ts';
import { takenAnalysis, takenSheets } from '#lib/ui/analysis/taken-away.ts';
import { scene, viewWith } from '../support/analysis-scene.ts';
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
      ['Grimstad', null, 'vises ikke'],
      ['=1+1', -3, '<b>&'],
      ['0301', 929_303, '  to\nlinjer']
    ]
  },
  { name: 'Forklaring', widths: [20, 40], rows: [['Funn', '71 saker']] }
];
const read = async (file: Uint8Array) => readWorkbook(Buffer.from(file), { trim: false });

it('a reader that is not ours finds the same sheets, numbers as numbers, texts as texts and nothing as nothing', async () => {
  const found = await read(await workbookFile(sheets));
  expect(found.map(({ sheet, data }) => ({ name: sheet, rows: data }))).toEqual(
    sheets.map(({ name, rows }) => ({ name, rows }))
  );
});

it('a zero and each reason for no figure are told apart by that reader too', async () => {
  const cell: ComparisonRow = {
    ...{ roundId: '2024', indicator: 'cases_received', area: null, part: null, category: null, status: null },
    ...{ value: null, numerator: null, denominator: null, expected: 1, reported: 1, population: 1000 },
    ...{ populationReported: 1000, countedPopulation: 1000, counted15to17: 30, counted18plus: 800 }
  };
  const none = { ...cell, reported: 0 };
  const cells: ComparisonRow[] = [
    { ...cell, value: 0, expected: 4 },
    { ...cell, area: '4001', status: 'reported', value: 0 },
    { ...none, area: '4003', status: 'not_given' },
    { ...none, area: '4005', status: 'missing' },
    { ...cell, area: '4201', status: 'not_applicable' },
    { ...none, area: '4202', status: null }
  ];
  const analysis = viewWith({ dimension: 'municipality', measure: 'count' });
  const taken = takenAnalysis({ rows: { cells, series: [] }, scene, analysis });
  const origin = { address: 'http://localhost/kartlegging/2024/analyse', at: new Date('2025-01-10T12:00:00Z') };
  const [figures] = await read(await workbookFile(takenSheets(taken, origin, svgDocument)));
  expect(figures?.data.slice(1, 6).map((line) => [line[4], line[7], line[10]])).toEqual([
    ['Kommune 4001', 0, 'vist'],
    ['Kommune 4003', null, 'ikke oppgitt'],
    ['Kommune 4005', null, 'ikke svart'],
    ['Kommune 4201', null, 'ikke aktuelt'],
    ['Kommune 4202', null, 'ingen tall']
  ]);
});

it('holds no formula, and has its headings in sight', async () => {
  const sheet = zipTexts(await workbookFile(sheets)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('state="frozen"');
});
