import { expect, test } from 'vitest';
import { areaTones } from '#lib/charts/area-tone.ts';
import { geographyMapChart, geographyMapReading } from '#lib/charts/geography-map-chart.ts';
import { divisions } from '#lib/domain/picture.ts';
import { geography } from './comparison-scene.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { nb, nn } from './said-finding.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = nb.geographyMap;

test('the country by KORUS region looks as committed, wide and narrow', () => {
  expectSnapshots('geography-map', (frame) => geographyMapChart(geography('korus_region'), text, frame));
});

test.each(divisions)(
  'by %s every municipality has a tile that says where it belongs, and names do not touch',
  (division) => {
    const content = geography(division);
    const svg = draw(geographyMapChart(content, text, { id: 'g', width: 960 }));
    const titles = Array.from(svg.matchAll(/<title>([^<]+)</g), ([, title]) => title);
    expect(titles.sort()).toEqual(content.tiles.map(({ name, areas }) => `${name}: ${areas[division]}`).sort());
    expectNoOverlap(svg);
    expectWithin(svg);
  }
);

test.each(divisions)('areas by %s that touch are never filled alike', (division) => {
  const tiles = geography(division).tiles.map((tile) => ({ ...tile, area: tile.areas[division] }));
  const tones = areaTones(tiles);
  const alike = tiles.flatMap((a) =>
    tiles.filter(
      (b) => a.area !== b.area && Math.hypot(a.x - b.x, a.y - b.y) < 1.01 && tones.get(a.area) === tones.get(b.area)
    )
  );
  expect(alike).toEqual([]);
});

test('large areas are named with their number of municipalities', () => {
  const svg = draw(geographyMapChart(geography('county'), text, { id: 'g', width: 960 }));
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['Nordland', '41', 'Rogaland', '23']));
});

test('the finding counts areas and municipalities, and the table adds up to them', () => {
  const said = (division: (typeof divisions)[number]) => geographyMapReading(geography(division), text).title;
  expect(divisions.map(said)).toEqual([
    '357 kommuner i 15 fylker',
    '357 kommuner i sju KORUS-regioner',
    '357 kommuner i tolv politidistrikter'
  ]);
  expect(geographyMapReading(geography('county'), nn.geographyMap).title).toBe('357 kommunar i 15 fylke');
  const { rows } = geographyMapReading(geography('police_district'), text).table;
  expect(rows.reduce((sum, { cells }) => sum + Number(cells[0]), 0)).toBe(357);
});
