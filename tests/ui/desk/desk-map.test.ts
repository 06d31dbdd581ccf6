import { expect, it } from 'vitest';
import type { Reason } from '#lib/domain/attention.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import { tilePlace } from '#lib/domain/tile-place.ts';
import { loadReference } from '#lib/server/reference.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { deskMapPart } from '#lib/ui/desk/desk-map.ts';

const { geography } = loadReference('data');
const reasons: Reason[][] = [[{ kind: 'silent_once' }], [{ kind: 'missing', duty: 'web_info' }], []];
const tilesOf = (counties: readonly string[]) =>
  municipalitiesAt(geography, '2025-01-01')
    .filter(({ countyNumber }) => counties.includes(countyNumber))
    .map(({ number, name, countyNumber }, index) => ({
      ...{ number, name, county: countyNumber, reasons: reasons[index % reasons.length]! },
      ...tilePlace(geography, 'norge', number)
    }));

it.each([
  { name: 'Oslo alone', counties: ['03'], all: 1, attention: 1 },
  { name: 'the four counties of one governor', counties: ['03', '31', '32', '33'], all: 52, attention: 35 }
])('the map of $name has each municipality once, says how many need attention, and holds no broken number', (one) => {
  for (const language of ['nb', 'nn'] as const) {
    const tiles = tilesOf(one.counties);
    const part = deskMapPart(tiles, language, svgDocument);
    expect(tiles.length).toBe(one.all);
    expect(part.title).toMatch(new RegExp(`^${one.attention} av ${one.all} kommun`));
    const drawn = [...part.svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title = '']) => title);
    for (const { name } of tiles) expect(drawn.filter((title) => title.startsWith(`${name}: `))).toHaveLength(1);
    expect(part.svg).not.toMatch(/NaN|Infinity|undefined/);
    const counted = part.table.rows.reduce((sum, { cells }) => sum + Number(cells[0]), 0);
    expect(counted).toBe(one.all);
  }
});
