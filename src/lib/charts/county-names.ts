import * as Plot from '@observablehq/plot';
import { widestText } from './text-width.ts';
import { ink } from './theme.ts';

type CountyTile = { county: string; x: number; y: number };
type Lettering = {
  spacing: number;
  width: number;
  size: number;
  className: string;
  text: { county?: (county: string) => string };
};
type Name = { county: string; lines: string[]; x: number; y: number; width: number; height: number };

const shifts = [0, -1, 1];

/** County names on the middle tile of each county (places and spacing in pixels); a name without room is left out. */
export function countyNames(tiles: CountyTile[], { spacing, width, size, className, text }: Lettering): Plot.Markish {
  const placed: Name[] = [];
  for (const own of bySize(tiles)) {
    const name = middleName(own, { size, width, text });
    if (spread(own) + spacing < name.width) continue;
    const free = shifts
      .map((shift) => ({ ...name, y: name.y + shift * (name.height + 1) }))
      .find((candidate) => placed.every((other) => !overlaps(candidate, other)));
    if (free) placed.push(free);
  }
  const halo = { stroke: ink.surface, strokeWidth: 4, fill: ink.text, fontWeight: 600, fontSize: size, className };
  return Plot.text(placed, {
    x: 'x',
    y: 'y',
    text: ({ lines }: Name) => lines.join('\n'),
    pointerEvents: 'none',
    ...halo
  });
}

function bySize(tiles: CountyTile[]): CountyTile[][] {
  const counties = [...new Set(tiles.map(({ county }) => county))];
  return counties.map((county) => tiles.filter((tile) => tile.county === county)).sort((a, b) => b.length - a.length);
}

function middleName(
  tiles: CountyTile[],
  { size, width: frameWidth, text }: Pick<Lettering, 'size' | 'width' | 'text'>
): Name {
  const county = tiles[0]?.county ?? '';
  const lines = text.county ? [county, text.county(county)] : [county];
  const width = widestText(lines, size);
  const centre = { x: mean(tiles.map((tile) => tile.x)), y: mean(tiles.map((tile) => tile.y)) };
  const distance = (tile: CountyTile) => Math.hypot(tile.x - centre.x, tile.y - centre.y);
  const { x, y } = tiles.reduce((best, tile) => (distance(tile) < distance(best) ? tile : best));
  return {
    county,
    lines,
    width,
    height: lines.length * size,
    y,
    x: Math.min(Math.max(x, width / 2 + 4), frameWidth - width / 2 - 4)
  };
}

function overlaps(a: Name, b: Name): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + 1;
}

function spread(tiles: CountyTile[]): number {
  const places = tiles.map(({ x }) => x);
  return Math.max(...places) - Math.min(...places);
}

function mean(values: number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
