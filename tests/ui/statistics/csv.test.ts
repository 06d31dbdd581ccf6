import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { noFilter } from '#lib/domain/filter.ts';
import { viewCsv } from '#lib/ui/statistics/csv.ts';
import { smallRows, smallScene } from '../../support/small-scene.ts';

async function readBack(audience: 'public' | 'region', filter = noFilter) {
  const csv = viewCsv(await smallRows(audience, filter), smallScene(audience));
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true
  });
  return (figure: string, area: string) =>
    data.find((row) => row['Tall'] === figure && row['Område'] === area && row['Kategori'] === '');
}

test('Norwegian Excel opens it: a byte order mark, semicolons and lines of Windows', async () => {
  const csv = viewCsv(await smallRows('public'), smallScene('public'));
  expect(csv.startsWith('\uFEFFTall;Kategori;Område;Verdi;Status;')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
});

test('a number, a true 0, a missing and a hidden figure come back as what they were', async () => {
  const region = await readBack('region');
  expect(region('Mottatte saker', 'Agder')).toMatchObject({
    Verdi: '3',
    Status: 'vist',
    'Kommuner med tall': '2',
    'Kommuner i alt': '3',
    'Type tall': 'syntetiske tall'
  });
  expect(region('Behandlede saker', 'Vestfold')).toMatchObject({ Verdi: '', Status: 'ingen tall' });
  expect((await readBack('public'))('Behandlede saker', 'Hele runden')).toMatchObject({
    Verdi: '',
    Status: 'vises ikke',
    Nevner: ''
  });
  const none = await readBack('region', { ...noFilter, categories: { ...noFilter.categories, web_info: 'no' } });
  expect(none('Mottatte saker', 'Hele runden')).toMatchObject({ Verdi: '0', Status: 'vist' });
});

test('a category stands on the base of the whole indicator, not on itself', async () => {
  const rows = await smallRows('public');
  const whole = rows.cells.find((c) => c.indicator === 'web_info' && c.countyNo === null && c.category === null);
  const csv = viewCsv(rows, smallScene('public'));
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter: ';' });
  const yes = data.find((row) => row['Kategori'] === 'Ja' && row['Område'] === 'Hele runden');
  expect(yes).toMatchObject({
    'Kommuner med tall': String(whole?.reported),
    'Kommuner i alt': String(whole?.expected)
  });
});

test('the public file has no cases below the region', async () => {
  const find = await readBack('public');
  expect(find('Mottatte saker', 'Hele runden')).toMatchObject({ Verdi: '8' });
  expect(find('Mottatte saker', 'Agder')).toBeUndefined();
});

test('a text that Excel would take for a formula is made harmless', async () => {
  const scene = { ...smallScene('public'), counties: [{ number: '42', name: '=1+1' }] };
  expect(viewCsv(await smallRows('public'), scene)).toContain(`;"'=1+1";`);
});
