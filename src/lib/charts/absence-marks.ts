import * as Plot from '@observablehq/plot';
import { areaLabel } from './draw.ts';
import { ink, toneFill, type ChartFrame, type Tone } from './theme.ts';

const swatch = { symbol: 'square', r: 6.2, dx: 6, strokeWidth: 1 } as const;
const swatchSpace = 20;

type Look<Row> = {
  y: Plot.ChannelValueSpec;
  dy?: number;
  label: (row: Row) => string;
  title?: (row: Row) => string;
  area?: (row: Row) => string | undefined;
  tone?: (row: Row) => Tone;
};

/** Rows without a figure, each with a patterned square and why, at the left edge of the frame: never a zero, never blank. */
export function absenceMarks<Row>(
  rows: Row[],
  { y, dy = 0, label, title, area, tone = () => 'missing' }: Look<Row>,
  frame: ChartFrame
): Plot.Markish[] {
  if (rows.length === 0) return [];
  const hatch = { fill: (row: Row) => toneFill(tone(row), frame), stroke: ink.muted };
  const place = { y, dy, frameAnchor: 'left' } as const;
  return [
    Plot.text(rows, { ...place, text: label, dx: swatchSpace, textAnchor: 'start', fill: ink.subtle }),
    Plot.dot(rows, {
      ...swatch,
      ...place,
      ...hatch,
      ...(title ? { title } : {}),
      ...(area ? { ariaLabel: (row: Row) => areaLabel(area(row)) } : {})
    })
  ];
}
