import * as Plot from '@observablehq/plot';
import { countyNames } from './county-names.ts';
import { areaLabel, createSvg, drawMark } from './draw.ts';
import { hexBorder, hexCorners, type HexPoint } from './hex-border.ts';
import { tileName } from './tile-name.ts';
import {
  fontSize,
  frameWidth,
  ink,
  isEmpty,
  isNarrow,
  patternDefs,
  smallFontSize,
  tonedCategories,
  toneFill,
  toneLabel,
  type ChartCategory,
  type ChartFrame,
  type Tone,
  type TonedCategory
} from './theme.ts';

/** `value` is a figure to stand under the name where there is room; `label` stands in for what the category
 * is called, and `area` is what choosing the tile chooses. */
export type HexMapTile = {
  number: string;
  name: string;
  county: string;
  x: number;
  y: number;
  category: string;
  area?: string;
  value?: string;
  label?: string;
};

/** `county` gives a county a second line, such as its figure. */
export type HexMapText = { tile: (name: string, category: string) => string; county?: (county: string) => string };

type Place = (point: HexPoint) => HexPoint;
type Layout = { spacing: number; height: number; place: Place };

const edge = 2;
const widestSpacing = 88;
const mostNamedTiles = 100;
/** Narrow screens show the map at about two thirds of its size. */
const narrowNameSize = 19;

/**
 * One equal hexagon a municipality, north up (y grows southwards), filled by category, lines round the counties. The
 * key stands beside it; chart.css shows the names of municipalities on wide screens, of counties on narrow ones.
 */
export function hexMapChart(
  tiles: HexMapTile[],
  categories: ChartCategory[],
  text: HexMapText,
  frame: ChartFrame
): Plot.PlotOptions {
  const toned = tonedCategories(categories);
  const unknown = tiles.find(({ category }) => !toned.some(({ id }) => id === category));
  if (unknown) throw new Error(`unknown category: ${unknown.category}`);
  const layout = layOut(tiles, frameWidth(frame));
  return {
    width: frameWidth(frame),
    height: layout.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      patternDefs(
        toned.map(({ tone }) => tone),
        frame
      ),
      ...edgedFirst(toned).map((category) => tileMark(ofCategory(tiles, category), category, { layout, frame, text })),
      borderMark(tiles, layout),
      ...nameMarks(tiles, toned, layout, { frame, text })
    ]
  };
}

function layOut(tiles: HexMapTile[], width: number): Layout {
  const [left, right] = extent(tiles.map(({ x }) => x));
  const [north, south] = extent(tiles.map(({ y }) => y));
  const spacing = Math.min(widestSpacing, (width - 2 * edge) / (right - left + 1));
  const radius = 1 / Math.sqrt(3);
  return {
    spacing,
    height: Math.ceil(2 * edge + spacing * (south - north + 2 * radius)),
    place: ([x, y]) => [edge + (x - left + 0.5) * spacing, edge + (y - north + radius) * spacing]
  };
}

function extent(values: number[]): [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

function tileMark(
  tiles: HexMapTile[],
  { label, tone, strength }: TonedCategory,
  { layout, frame, text }: { layout: Layout; frame: ChartFrame; text: HexMapText }
): Plot.RenderFunction {
  const outline = hexCorners.map(([x, y]) => [round(x * layout.spacing), round(y * layout.spacing)] as const);
  const sides = outline.slice(1).map(([x, y], i) => `${round(x - outline[i]![0])},${round(y - outline[i]![1])}`);
  return drawMark((document) => {
    const group = createSvg(document, 'g', {
      fill: toneFill(tone, frame),
      ...(strength === undefined ? {} : { 'fill-opacity': strength }),
      stroke: tileEdge(tone),
      'stroke-width': 1.5
    });
    for (const tile of tiles) {
      const [x, y] = layout.place([tile.x, tile.y + hexCorners[0]![1]]);
      const path = createSvg(document, 'path', { d: `M${round(x)},${round(y)}l${sides.join(' ')}z` });
      const area = areaLabel(tile.area);
      if (area !== undefined) path.setAttribute('aria-label', area);
      const title = createSvg(document, 'title', {});
      title.append(text.tile(tile.name, tile.label ?? label));
      path.append(title);
      group.append(path);
    }
    return group;
  });
}

function edgedFirst(categories: TonedCategory[]): TonedCategory[] {
  const rank = ({ tone }: TonedCategory) => Number(tileEdge(tone) === ink.grid);
  return [...categories].sort((a, b) => rank(b) - rank(a));
}

function tileEdge(tone: Tone): string {
  return isEmpty(tone) ? ink.grid : ink.surface;
}

function borderMark(tiles: HexMapTile[], { place }: Layout): Plot.RenderFunction {
  const { inner, outer } = hexBorder(tiles, ({ county }) => county);
  const line = (points: HexPoint[]) => `M${points.map((point) => place(point).map(round).join()).join(' ')}`;
  return drawMark((document) => {
    const group = createSvg(document, 'g', { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' });
    const path = (lines: HexPoint[][], stroke: string, width: number) =>
      group.append(createSvg(document, 'path', { d: lines.map(line).join(''), stroke, 'stroke-width': width }));
    if (inner.length > 0) path(inner, ink.surface, 5);
    if (outer.length > 0) path(outer, ink.muted, 1);
    if (inner.length > 0) path(inner, ink.text, 1.5);
    return group;
  });
}

function nameMarks(
  tiles: HexMapTile[],
  categories: TonedCategory[],
  layout: Layout,
  { frame, text }: { frame: ChartFrame; text: HexMapText }
): Plot.Markish[] {
  const inPixels = tiles.map(({ county, x, y }) => ({ county, ...toXY(layout.place([x, y])) }));
  const counties = (size: number, className: string) =>
    countyNames(inPixels, { spacing: layout.spacing, width: frameWidth(frame), size, className, text });
  if (isNarrow(frame)) return [counties(smallFontSize, 'map-name')];
  const forWide =
    tiles.length > mostNamedTiles
      ? [counties(fontSize, 'map-wide')]
      : categories.map((category) => tileNames(ofCategory(tiles, category), category, layout));
  return [...forWide, counties(narrowNameSize, 'map-narrow')];
}

function ofCategory(tiles: HexMapTile[], { id }: TonedCategory): HexMapTile[] {
  return tiles.filter(({ category }) => category === id);
}

function toXY([x, y]: HexPoint) {
  return { x, y };
}

function tileNames(tiles: HexMapTile[], { tone, strength }: TonedCategory, { spacing, place }: Layout): Plot.Markish {
  const size = Math.min(fontSize, Math.max(10, spacing * 0.2));
  return Plot.text(tiles, {
    x: ({ x, y }: HexMapTile) => place([x, y])[0],
    y: ({ x, y }: HexMapTile) => place([x, y])[1],
    text: ({ name, value }: HexMapTile) => [tileName(name, spacing - 4, size), value].filter(Boolean).join('\n'),
    fontSize: size,
    lineHeight: 1.1,
    className: 'map-wide',
    pointerEvents: 'none',
    ...(strength === undefined ? toneLabel(tone) : { fill: ink.text })
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
