import { expect, test } from 'vitest';
import { noFilter } from '#lib/domain/filter.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { statusMapPart, webMapPart } from '#lib/ui/statistics/map-parts.ts';
import { smallRows, smallScene } from '../../support/small-scene.ts';

async function inputFor(county: string | null) {
  const scene = smallScene('public');
  const rows = await smallRows('public', { ...noFilter, county });
  return { rows, scene, counties: scene.counties, document: svgDocument };
}

test('every municipality has a tile that says how it answered', async () => {
  const { svg, key, title } = statusMapPart(await inputFor(null));
  expect(title).toBe('To kommuner har ikke svart');
  expect(svg).toContain('<title>Horten: har svart</title>');
  expect(svg).toContain('<title>Arendal: ikke svart</title>');
  expect(key).toEqual([
    { label: 'Har svart: 3', tone: 'main' },
    { label: 'Ikke svart: 2', tone: 'missing' }
  ]);
});

test('municipalities outside the selection stay on the map, named so, and are not called silent', async () => {
  const { svg, table } = webMapPart(await inputFor('42'));
  expect(svg).toContain('<title>Horten: utenfor utvalget</title>');
  expect(svg).toContain('<title>Arendal: ikke svart</title>');
  expect(table.rows).toEqual([
    { header: 'Ja', cells: ['1'] },
    { header: 'Nei', cells: ['1'] },
    { header: 'Ikke svart', cells: ['1'] },
    { header: 'Utenfor utvalget', cells: ['2'] }
  ]);
});
