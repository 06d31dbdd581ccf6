import * as Plot from '@observablehq/plot';
import { absenceTone, isAbsent, type Absence } from './absence.ts';
import { absenceMarks } from './absence-marks.ts';
import type { ChartText } from './chart-reading.ts';
import { areaLabel } from './draw.ts';
import { keyLine } from './key-line.ts';
import { intervalText, layOut, scaleOf, type Known, type Layout, type Placed } from './dot-interval-layout.ts';
import { inOrder, type RowOrder } from './row-order.ts';
import { frameWidth, ink, isNarrow, patternDefs, smallFontSize, toneFill, type ChartFrame } from './theme.ts';
import type { ZeroScale } from './zero-scale.ts';

/** A figure with its interval, and the raw one it was shrunk from, null where it was not; all in the same unit. */
export type DotEstimate = { value: number; low: number; high: number; raw: number | null };

export type DotIntervalRow = {
  area?: string;
  name: string;
  population: number;
  estimate: DotEstimate | Absence;
  isOwn?: boolean;
};

/** `mean` is the rate of all together, null when nobody has a figure. */
export type DotIntervalContent = { measure: string; rows: DotIntervalRow[]; order: RowOrder; mean: number | null };

export type DotIntervalText = ChartText & {
  estimate: string;
  raw: string;
  mean: (value: string) => string;
  interval: (value: string, low: string, high: string) => string;
  point: (name: string, interval: string, raw: string | null) => string;
  absent: (name: string, absence: string) => string;
  finding: (above: number, below: number, all: number) => string;
  description: (known: number) => string;
  columns: { name: string; estimate: string; low: string; high: string; raw: string };
};

const axisHeight = 20;
const beyondMark = '◇→';

/** A rate with its interval a row, the raw rate as a small mark; an arrow at the edge stands for a raw rate beyond the scale. */
export function dotIntervalChart(
  { rows, order, mean }: DotIntervalContent,
  text: DotIntervalText,
  frame: ChartFrame
): Plot.PlotOptions {
  const placed = inOrder(rows, order).map((row, y) => ({ ...row, y }));
  const estimated = placed.filter((row): row is Known => !isAbsent(row.estimate));
  const absent = placed.filter(({ estimate }) => isAbsent(estimate));
  const scale = scaleOf(estimated, mean);
  const layout = layOut(placed, { scale, text, frame });
  const key = keyLine(
    [
      { label: text.estimate, tone: 'main', shape: 'interval' },
      ...(estimated.some(({ estimate }) => estimate.raw !== null)
        ? [{ label: text.raw, tone: 'outside', shape: 'diamond' } as const]
        : []),
      ...(mean === null ? [] : [{ label: text.mean(text.value(mean)), tone: 'outside', shape: 'dashes' } as const])
    ],
    frame
  );
  return {
    width: frameWidth(frame),
    height: key.height + axisHeight + placed.length * layout.rowHeight + 4,
    marginTop: key.height + axisHeight,
    marginBottom: 4,
    marginLeft: layout.left,
    marginRight: layout.right,
    x: { axis: null, type: 'linear', domain: [0, scale.max] },
    y: { axis: null, type: 'band', domain: placed.map(({ y }) => y), padding: 0 },
    marks: [
      absent.length > 0 &&
        patternDefs(
          absent.map(({ estimate }) => absenceTone(estimate)),
          frame
        ),
      key.mark,
      ...scaleMarks(scale, mean, text),
      ...nameMarks(placed, text, layout, frame),
      ...estimateMarks(estimated, { scale, text, layout, frame }),
      ...absenceMarks(
        absent,
        {
          y: 'y',
          dy: layout.middle,
          label: ({ estimate }) => (isAbsent(estimate) ? text.absence[estimate] : ''),
          area: ({ area }) => area,
          tone: ({ estimate }) => absenceTone(estimate),
          title: ({ name, estimate }) => text.absent(name, isAbsent(estimate) ? text.absence[estimate] : '')
        },
        frame
      )
    ].filter((mark) => mark !== false)
  };
}

function scaleMarks({ ticks }: ZeroScale, mean: number | null, text: DotIntervalText): Plot.Markish[] {
  return [
    Plot.ruleX(ticks, { stroke: ink.grid }),
    Plot.text(ticks, {
      x: (tick: number) => tick,
      text: text.tick,
      frameAnchor: 'top',
      dy: -10,
      fill: ink.subtle,
      fontSize: smallFontSize
    }),
    ...(mean === null ? [] : [Plot.ruleX([mean], { stroke: ink.text, strokeDasharray: '3,3' })])
  ];
}

function nameMarks(rows: Placed[], text: DotIntervalText, layout: Layout, frame: ChartFrame): Plot.Markish[] {
  const narrow = isNarrow(frame);
  const dy = narrow ? -10 : 0;
  const halo = { stroke: ink.surface, strokeWidth: 4 };
  const name = { y: 'y', text: 'name', frameAnchor: 'left', textAnchor: 'start', dx: -layout.left, dy } as const;
  const label = { y: 'y', frameAnchor: 'right', textAnchor: 'end', dx: layout.right, dy } as const;
  const labelled = rows.filter(({ estimate }) => !isAbsent(estimate));
  const weight = (isOwn: boolean) => rows.filter((row) => (row.isOwn ?? false) === isOwn);
  return [
    Plot.text(weight(false), { ...name, ...halo, fill: ink.text }),
    Plot.text(weight(true), { ...name, ...halo, fill: ink.text, fontWeight: 700 }),
    Plot.text(labelled, {
      ...label,
      ...halo,
      text: (row: Placed) => intervalText(row, text),
      fill: ink.subtle,
      fontSize: smallFontSize
    })
  ];
}

function estimateMarks(
  rows: Known[],
  { scale, text, layout, frame }: { scale: ZeroScale; text: DotIntervalText; layout: Layout; frame: ChartFrame }
): Plot.Markish[] {
  const dy = layout.middle;
  const raws = rows.filter(({ estimate }) => estimate.raw !== null);
  const shown = raws.filter(({ estimate }) => (estimate.raw ?? 0) <= scale.max);
  const beyond = raws.filter(({ estimate }) => (estimate.raw ?? 0) > scale.max);
  const said = (raw: number | null) => (raw === null ? null : text.value(raw));
  const title = (row: Known) => text.point(row.name, intervalText(row, text), said(row.estimate.raw));
  const main = toneFill('main', frame);
  const value = (of: (estimate: DotEstimate) => number) => (row: Known) => of(row.estimate);
  return [
    Plot.ruleY(rows, {
      ...{ y: 'y', x1: value(({ low }) => low), x2: value(({ high }) => high), dy },
      ...{ stroke: main, strokeWidth: 2 }
    }),
    Plot.dot(shown, {
      ...{ y: 'y', x: value(({ raw }) => raw ?? 0), dy, symbol: 'diamond', r: 3.5 },
      ...{ fill: ink.surface, stroke: ink.muted }
    }),
    Plot.text(beyond, {
      ...{ y: 'y', frameAnchor: 'right', textAnchor: 'start', dx: 4, dy, fill: ink.subtle, fontSize: smallFontSize },
      text: () => beyondMark
    }),
    Plot.dot(rows, {
      y: 'y',
      x: value((estimate) => estimate.value),
      dy,
      r: 4.5,
      fill: main,
      title,
      ariaLabel: ({ area }: Known) => areaLabel(area)
    })
  ];
}
