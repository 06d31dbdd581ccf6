import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { noFilter } from '#lib/domain/filter.ts';
import Figure from '#lib/ui/Figure.svelte';
import { headlineFigures } from '#lib/ui/statistics/headline.ts';
import { smallRows, smallScene } from '../../support/small-scene.ts';

const agder = { ...noFilter, county: '42' };
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

async function figure(id: string, audience: 'public' | 'region', filter = noFilter) {
  const figures = headlineFigures(await smallRows(audience, filter), smallScene(audience), filter);
  const found = figures.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no figure: ${id}`);
  return found;
}

test('every figure stands with its base and the share of the inhabitants behind it', async () => {
  const received = await figure('cases_received', 'public');
  expect(received).toMatchObject({ value: '8', base: '3 av 5 kommuner', reason: null });
  expect(plain(received.populationShare)).toBe('35 % av innbyggerne');
});

test('a share is of the cases received where both numbers were given', async () => {
  expect(plain((await figure('cases_under_18', 'public')).share)).toBe('38 % av 8 mottatte');
  expect(plain((await figure('cases_handled', 'region')).share)).toBe('67 % av 3 mottatte');
});

test('too few municipalities behind a total give words, the base and the reason instead of the number', async () => {
  expect(await figure('cases_handled', 'public')).toMatchObject({
    value: 'vises ikke',
    hasValue: false,
    base: '2 av 5 kommuner',
    reason: 'Færre enn tre kommuner har oppgitt tallet. Da vises det ikke.'
  });
});

test('the public gets no cases of a county, and is told where the sum is', async () => {
  const received = await figure('cases_received', 'public', agder);
  expect(received).toMatchObject({ value: 'vises ikke', base: null });
  expect(received.reason).toContain('Velg «Alle»');
  expect(await figure('cases_received', 'region', agder)).toMatchObject({ value: '3', base: '2 av 3 kommuner' });
});

test('a figure nobody gave is no figure, not zero; a counted zero is 0', async () => {
  const silent = { ...noFilter, categories: { ...noFilter.categories, answer_status: 'missing' } };
  expect(await figure('cases_received', 'region', silent)).toMatchObject({
    value: 'ingen tall',
    hasValue: false,
    base: '0 av 2 kommuner',
    reason: null
  });
  const none = { ...noFilter, categories: { ...noFilter.categories, web_info: 'no' } };
  expect(await figure('cases_received', 'region', none)).toMatchObject({ value: '0', hasValue: true });
});

test('on the page the base stands beside the number, and words are marked as no number', async () => {
  const shown = render(Figure, { props: { figure: await figure('cases_received', 'public') } }).body;
  expect(shown).toMatch(/<dd>8<\/dd>.*3 av 5 kommuner/s);
  const hidden = render(Figure, { props: { figure: await figure('cases_handled', 'public') } }).body;
  expect(hidden).toMatch(/<dd data-empty="">vises ikke<\/dd>.*Færre enn tre/s);
});

test('a total that waits for a release says so, and not that too few have answered', async () => {
  const rows = await smallRows('public');
  const cells = rows.cells.map((cell) =>
    cell.indicator === 'cases_received' ? { ...cell, value: null, reported: 3 } : cell
  );
  const figures = headlineFigures({ ...rows, cells }, smallScene('public'), noFilter);
  expect(figures.find(({ id }) => id === 'cases_received')).toMatchObject({
    value: 'vises ikke',
    reason: 'Summen vises når en utgivelse av runden viser den.'
  });
});
