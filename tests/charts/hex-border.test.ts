import { expect, test } from 'vitest';
import { hexBorder, hexCorners, type HexPoint } from '#lib/charts/hex-border.ts';
import { tiles } from './region-sor.ts';

const row = Math.sqrt(3) / 2;
const edges = (lines: HexPoint[][]) => lines.reduce((total, line) => total + line.length - 1, 0);

test('a single tile has six outer edges in one closed line and no inner', () => {
  const { inner, outer } = hexBorder([{ x: 3, y: 0 }], () => 'a');
  expect(inner).toEqual([]);
  expect(outer).toHaveLength(1);
  expect(edges(outer)).toBe(6);
  expect(outer[0]?.[0]).toEqual(outer[0]?.at(-1));
});

test('two neighbours share one edge: inner when they differ, nothing when alike', () => {
  const pair = [
    { x: 0, y: 0, county: 'a' },
    { x: 1, y: 0, county: 'b' }
  ];
  expect(hexBorder(pair, ({ county }) => county).inner).toHaveLength(1);
  expect(hexBorder(pair, () => 'same').inner).toEqual([]);
  expect(edges(hexBorder(pair, () => 'same').outer)).toBe(10);
});

test('a tile of the next row, half a step to the right, is a neighbour despite rounded coordinates', () => {
  const pair = [
    { x: 0, y: 0, county: 'a' },
    { x: 0.5, y: 0.866, county: 'b' }
  ];
  const [line] = hexBorder(pair, ({ county }) => county).inner;
  expect(line).toHaveLength(2);
  for (const [x, y] of line ?? []) expect(Math.hypot(x, y)).toBeCloseTo(1 / Math.sqrt(3));
});

test('where three counties meet every edge is drawn once', () => {
  const three = [
    { x: 0, y: 0, county: 'a' },
    { x: 1, y: 0, county: 'b' },
    { x: 0.5, y: row, county: 'c' }
  ];
  expect(edges(hexBorder(three, ({ county }) => county).inner)).toBe(3);
});

test('in Region Sør inner and outer edges are the sides that have no like neighbour', () => {
  const region = tiles('Sør');
  const { inner, outer } = hexBorder(region, ({ county }) => county);
  const near = (like: boolean) =>
    region.flatMap((a) =>
      region.filter((b) => Math.abs(Math.hypot(a.x - b.x, a.y - b.y) - 1) < 0.01 && (a.county === b.county) === like)
    ).length;
  expect(edges(inner)).toBe(near(false) / 2);
  expect(edges(outer)).toBe(66 * 6 - near(true) - near(false));
});

test('corners lie on the circle round the tile, the first at the top', () => {
  expect(hexCorners).toHaveLength(6);
  expect(hexCorners[0]?.[0]).toBe(0);
  expect(hexCorners[0]?.[1]).toBeLessThan(0);
  for (const [x, y] of hexCorners) expect(Math.hypot(x, y)).toBeCloseTo(1 / Math.sqrt(3));
});
