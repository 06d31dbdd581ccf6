import * as Plot from '@observablehq/plot';
import { widestText } from './text-width.ts';
import { fontSize, frameWidth, ink, isNarrow, smallFontSize, toneInk, type ChartFrame } from './theme.ts';
import { zeroScale } from './zero-scale.ts';

/** A figure with what chance leaves open; the reader's own is drawn strong. */
export type IntervalRow = { name: string; value: number; low: number; high: number; isOwn: boolean };
export type IntervalRowsText = {
  tick: (value: number) => string;
  interval: (row: Pick<IntervalRow, 'value' | 'low' | 'high'>) => string;
};

const axisHeight = 24;

/** A few figures beside each other, a dot with its interval a row, in the order given; from zero. */
export function intervalRowsChart(
  rows: readonly IntervalRow[],
  text: IntervalRowsText,
  frame: ChartFrame
): Plot.PlotOptions {
  const narrow = isNarrow(frame);
  const placed = rows.map((row, y) => ({ ...row, y }));
  const { max, ticks } = zeroScale(rows.map(({ high }) => high));
  const left = narrow
    ? 8
    : Math.ceil(
        widestText(
          rows.map(({ name }) => name),
          fontSize
        )
      ) + 14;
  const right = narrow ? 10 : Math.ceil(widestText(rows.map(text.interval), smallFontSize)) + 16;
  const [rowHeight, middle, above] = narrow ? [44, 10, -11] : [26, 0, 0];
  const tone = ({ isOwn }: IntervalRow) => (isOwn ? toneInk('main') : ink.muted);
  const halo = { stroke: ink.surface, strokeWidth: 4 };
  const named = (isOwn: boolean) =>
    Plot.text(
      placed.filter((row) => row.isOwn === isOwn),
      {
        ...{ y: 'y', text: 'name', frameAnchor: 'left', textAnchor: 'start', dx: -left, dy: above, fill: ink.text },
        ...halo,
        ...(isOwn && { fontWeight: 700 })
      }
    );
  return {
    width: frameWidth(frame),
    height: axisHeight + placed.length * rowHeight + 4,
    ...{ marginTop: axisHeight, marginBottom: 4, marginLeft: left, marginRight: right },
    x: { axis: null, type: 'linear', domain: [0, max] },
    y: { axis: null, type: 'band', domain: placed.map(({ y }) => y), padding: 0 },
    marks: [
      Plot.ruleX(ticks, { stroke: ink.grid }),
      Plot.text(ticks, {
        ...{ x: (tick: number) => tick, text: text.tick, frameAnchor: 'top', dy: -14 },
        ...{ fill: ink.subtle, fontSize: smallFontSize }
      }),
      named(true),
      named(false),
      Plot.text(placed, {
        ...{ y: 'y', text: text.interval, frameAnchor: 'right', textAnchor: 'end', dx: right, dy: above, ...halo },
        ...{ fill: ink.subtle, fontSize: smallFontSize }
      }),
      Plot.ruleY(placed, { y: 'y', x1: 'low', x2: 'high', dy: middle, stroke: tone, strokeWidth: 2 }),
      Plot.dot(placed, { y: 'y', x: 'value', dy: middle, r: 4.5, fill: tone })
    ]
  };
}
