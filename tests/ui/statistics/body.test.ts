import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { noFilter, type Filter } from '#lib/domain/filter.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { statisticsBody } from '#lib/ui/statistics/body.ts';
import StatisticsBody from '#lib/ui/statistics/StatisticsBody.svelte';
import { smallRows, smallScene } from '../../support/small-scene.ts';

const nobody = { county: '39', categories: { ...noFilter.categories, web_info: 'no' } };

async function bodyFor(audience: 'public' | 'region', filter: Filter = noFilter) {
  return statisticsBody(await smallRows(audience, filter), smallScene(audience), filter, svgDocument);
}

test('the selection is said in words', async () => {
  expect((await bodyFor('public')).selection).toBe('Hele runden');
  expect((await bodyFor('public', nobody)).selection).toBe('Utvalg: Vestfold · Informasjon på nettsiden: nei');
});

test('only advisers get the chart of cases by county', async () => {
  const ids = async (audience: 'public' | 'region') => (await bodyFor(audience)).charts.map(({ id }) => id);
  expect(await ids('public')).toEqual(['svar', 'nett', 'organisert']);
  expect(await ids('region')).toEqual(['svar', 'saker', 'nett', 'organisert']);
});

test('a chart has only the counties of the selection', async () => {
  const { charts } = await bodyFor('public', { ...noFilter, county: '42' });
  expect(charts[0]?.table.rows.map(({ header }) => header)).toEqual(['Agder']);
});

test('a selection of nobody says so and shows no figure', async () => {
  const body = await bodyFor('public', nobody);
  expect([body.headline, body.charts, body.maps, body.municipalities.rows]).toEqual([[], [], [], []]);
  const html = render(StatisticsBody, { props: { body, scene: smallScene('public') } }).body;
  expect(html).toContain('Ingen kommuner passer med valgene.');
  expect(html).toContain('0 kommuner i utvalget');
  expect(html).not.toContain('<dl');
});

test('the page marks made-up figures at each chart, and tells the public why cases are not split', async () => {
  const html = render(StatisticsBody, { props: { body: await bodyFor('public'), scene: smallScene('public') } }).body;
  expect(html.match(/syntetiske tall/g)).toHaveLength(6);
  expect(html).toContain('Saker per fylke vises bare for rådgiverne');
});
