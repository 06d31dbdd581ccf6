import type * as Plot from '@observablehq/plot';
import type { Division } from '#lib/domain/picture.ts';
import { areaTones } from './area-tone.ts';
import type { ChartReading } from './chart-reading.ts';
import { hexMapChart } from './hex-map-chart.ts';
import type { ChartFrame } from './theme.ts';

type GeographyTile = { number: string; name: string; x: number; y: number; areas: Record<Division, string> };

export type GeographyMapContent = { measure: string; tiles: GeographyTile[]; division: Division };

export type GeographyMapText = {
  tile: (name: string, area: string) => string;
  count: (count: number) => string;
  finding: Record<Division, (areas: number, municipalities: number) => string>;
  base: (known: number, all: number) => string;
  description: string;
  columns: { area: string; count: string };
};

/** The tiles coloured by the areas of one division, which are outlined and named with their number of municipalities. */
export function geographyMapChart(
  { tiles, division }: GeographyMapContent,
  text: GeographyMapText,
  frame: ChartFrame
): Plot.PlotOptions {
  const placed = tiles.map((tile) => ({ ...tile, area: tile.areas[division] }));
  const tones = areaTones(placed);
  const counts = municipalitiesOf(tiles, division);
  return hexMapChart(
    placed.map(({ area, ...tile }) => ({ ...tile, county: area, category: area, label: area })),
    [...tones].map(([area, tone]) => ({ id: area, label: area, tone })),
    { tile: text.tile, county: (area) => text.count(counts.get(area) ?? 0) },
    frame
  );
}

/** How many areas the country has, and the table of them. */
export function geographyMapReading(content: GeographyMapContent, text: GeographyMapText): ChartReading {
  const { tiles, division, measure } = content;
  const counts = municipalitiesOf(tiles, division);
  return {
    title: text.finding[division](counts.size, tiles.length),
    base: text.base(tiles.length, tiles.length),
    description: text.description,
    caution: null,
    table: {
      caption: measure,
      columns: [text.columns.area, text.columns.count],
      rows: [...counts].map(([area, count]) => ({ header: area, cells: [text.count(count)] }))
    }
  };
}

function municipalitiesOf(tiles: GeographyTile[], division: Division): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { areas } of tiles) counts.set(areas[division], (counts.get(areas[division]) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b, 'nb')));
}
