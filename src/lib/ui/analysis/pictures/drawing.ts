import type { ChartReading } from '#lib/charts/chart-reading.ts';
import type { renderResponsiveChart } from '#lib/charts/svg.ts';
import type { Tone } from '#lib/charts/theme.ts';

/** A line of the key that stands beside a picture; `step` counts the shades of one tone. */
type PictureKey = { label: string; tone: Tone; step?: number };

/**
 * How a view is drawn: the chart, what it says in words (without a title: no more than the view itself says), its key where the chart
 * holds none, and whether one drawing serves every width.
 */
export type Drawing = {
  chart: Parameters<typeof renderResponsiveChart>[0];
  reading: (Pick<ChartReading, 'description' | 'caution'> & { title: string | null }) | null;
  key?: PictureKey[];
  isOneSize?: boolean;
};

/** A picture of a view: its finding, what must be known before it is believed, its key, and the chart as SVG. */
export type DrawnPicture = { title: string; caution: string | null; key: PictureKey[]; svg: string };
