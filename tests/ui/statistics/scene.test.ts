import { expect, test } from 'vitest';
import { cellOf } from '#lib/ui/statistics/scene.ts';
import { smallRows } from '../../support/small-scene.ts';

test('a cell is found by indicator, county and category, each or none', async () => {
  const rows = await smallRows('region');
  expect(cellOf(rows, 'cases_received')?.value).toBe(8);
  expect(cellOf(rows, 'cases_received', { county: '42' })?.value).toBe(3);
  expect(cellOf(rows, 'web_info', { category: 'yes' })?.value).toBe(1);
  expect(cellOf(rows, 'web_info', { county: '39', category: 'planned' })?.value).toBe(1);
});

test('the public has no cell of cases below the region', async () => {
  const rows = await smallRows('public');
  expect(cellOf(rows, 'cases_received')?.value).toBe(8);
  expect(cellOf(rows, 'cases_received', { county: '42' })).toBeUndefined();
  expect(rows.municipalityFigures.filter(({ indicator }) => indicator.startsWith('cases_'))).toEqual([]);
});
