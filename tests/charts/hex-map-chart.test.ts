import { expect, test } from 'vitest';
import { hexMapChart } from '#lib/charts/hex-map-chart.ts';
import { tiles, webCategories } from './region-sor.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const categories = [...webCategories];
const text = { tile: (name: string, category: string) => `${name}: ${category}` };

test('Region Sør 2024 looks as committed, wide and narrow', () => {
  expectSnapshots('hex-map', (frame) => hexMapChart(tiles('Sør'), categories, text, frame));
});

test('every municipality has a tile that says its name and category', () => {
  const svg = draw(hexMapChart(tiles('Sør'), categories, text, { id: 'h' }));
  const titles = Array.from(svg.matchAll(/<title>([^<]+)</g), ([, title]) => title);
  expect(titles).toHaveLength(66);
  expect(titles).toContain('Drammen: Ja');
  expect(titles).toContain('Hemsedal: Ikke svart');
});

test('north is up: Hemsedal stands above Kristiansand', () => {
  const svg = draw(hexMapChart(tiles('Sør'), categories, text, { id: 'h' }));
  const top = (name: string) => Number(new RegExp(`d="M[\\d.]+,([\\d.]+)[^"]*"><title>${name}:`).exec(svg)?.[1]);
  expect(top('Hemsedal')).toBeLessThan(top('Kristiansand'));
});

test('the map of 66 tiles stays below 20 kB', () => {
  expect(draw(hexMapChart(tiles('Sør'), categories, text, { id: 'h' })).length).toBeLessThan(20_000);
});

test('the map of all Norway names counties instead of municipalities', () => {
  const texts = textsOf(draw(hexMapChart(tiles('Norge'), categories, text, { id: 'h' })));
  expect(texts).toContain('Nordland');
  expect(texts).not.toContain('Tromsø');
});

test('names with & and < are text, also in titles', () => {
  const [tile] = tiles('Sør');
  const svg = draw(hexMapChart([{ ...tile!, name: 'A & <b>' }], categories, text, { id: 'h' }));
  expect(svg).toContain('<title>A &amp; &lt;b&gt;: Ja</title>');
  expect(svg).not.toContain('<b>');
});

test('a tile of an unlisted category is refused', () => {
  const [tile] = tiles('Sør');
  expect(() => hexMapChart([{ ...tile!, category: 'x' }], categories, text, { id: 'h' })).toThrow(
    'unknown category: x'
  );
});

test('a figure stands under the name of its tile, and a county has a second line where it is given one', () => {
  const withValue = tiles('Sør').map((tile) => ({ ...tile, value: '7,5' }));
  expect(textsOf(draw(hexMapChart(withValue, categories, text, { id: 'h', width: 960 })))).toContain('7,5');
  const county = (name: string) => `${name.length} tegn`;
  const texts = textsOf(draw(hexMapChart(tiles('Norge'), categories, { ...text, county }, { id: 'h', width: 960 })));
  expect(texts).toEqual(expect.arrayContaining(['Nordland', '8 tegn']));
});
