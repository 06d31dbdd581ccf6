import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { noFilter } from '#lib/domain/filter.ts';
import DataTable from '#lib/ui/DataTable.svelte';
import { municipalityTable } from '#lib/ui/statistics/municipality-table.ts';
import { smallRows, smallScene } from '../../support/small-scene.ts';

const tableFor = async (audience: 'public' | 'region', filter = noFilter) =>
  municipalityTable(await smallRows(audience, filter), smallScene(audience));

test('an adviser sees numbers, a true 0 and why a number is not there', async () => {
  const { columns, rows } = await tableFor('region');
  expect(columns.slice(0, 5)).toEqual([
    'Kommune',
    'Svar på kartleggingen',
    'Mottatte saker',
    'Behandlede saker',
    'Saker med person under 18 år'
  ]);
  expect(rows.map(({ header, cells }) => [header, ...cells.slice(1, 4)])).toEqual([
    ['Horten', '5', 'vet ikke', '2'],
    ['Holmestrand', 'ikke svart', 'ikke svart', 'ikke svart'],
    ['Risør', '3', '2', '1'],
    ['Grimstad', '0', '0', '0'],
    ['Arendal', 'ikke svart', 'ikke svart', 'ikke svart']
  ]);
});

test('the public sees how each municipality has arranged its duty, and no cases', async () => {
  const { columns, rows } = await tableFor('public');
  expect(columns.join()).not.toContain('saker');
  expect(rows[2]?.cells).toEqual(['Har svart', 'Ja', 'Helse og omsorg', 'ikke oppgitt']);
});

test('only the selection is listed, and the caption counts it', async () => {
  const { caption, rows } = await tableFor('public', { ...noFilter, county: '39' });
  expect(caption).toBe('2 kommuner i utvalget');
  expect(rows.map(({ header }) => header)).toEqual(['Horten', 'Holmestrand']);
});

test('on the page the rows of the silent are quiet, and numbers are aligned with their heading', async () => {
  const { body } = render(DataTable, { props: { table: await tableFor('region') } });
  expect(body.match(/<tr data-quiet/g)).toHaveLength(2);
  expect(body).toMatch(/<th scope="col" class="number">Mottatte saker/);
  expect(body).toMatch(/<td class="number">0<\/td>/);
});
