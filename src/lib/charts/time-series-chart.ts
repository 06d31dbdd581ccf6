import * as Plot from '@observablehq/plot';
import { isAbsent, type Absence } from './absence.ts';
import { figureText, type ChartText } from './chart-reading.ts';
import { keyLine, type KeyItem } from './key-line.ts';
import type { KeyShape } from './key-shape.ts';
import { spreadLabels } from './label-spread.ts';
import { widestText } from './text-width.ts';
import {
  fontSize,
  frameWidth,
  ink,
  isNarrow,
  patternDefs,
  smallFontSize,
  toneInk,
  type ChartFrame,
  type Tone
} from './theme.ts';
import { breakMarks, gapMarks, gapsOf, type TimeScene } from './time-series-breaks.ts';
import { pixelScale, zeroScale } from './zero-scale.ts';

export type SeriesPoint = { value: number; low?: number; high?: number };

/**
 * One value a round, in the order of the rounds. At most four series; the one that is `isOwn`, or the first, stands
 * out. `isUnbroken`: the breaks are not its own, as new borders within a whole are not. */
export type Series = { name: string; points: (SeriesPoint | Absence)[]; isOwn?: boolean; isUnbroken?: boolean };

/** `breakBefore` says what changed since the round before (borders, the question), null when the two can be compared. */
export type SeriesRound = { label: string; reported: number; expected: number; breakBefore: string | null };

export type TimeSeriesContent = { measure: string; rounds: SeriesRound[]; series: Series[] };

export type TimeSeriesText = ChartText & {
  point: (series: string, round: string, value: string) => string;
  interval: (value: string, low: string, high: string) => string;
  finding: {
    up: (series: string, from: string, to: string) => string;
    down: (series: string, from: string, to: string) => string;
    same: (series: string, value: string, since: string) => string;
    single: (series: string, value: string) => string;
    broken: (series: string, value: string) => string;
  };
  at: (value: string, round: string) => string;
  description: (series: number, rounds: number) => string;
  otherBase: string;
  columns: { round: string; base: string };
};

export type KnownPoint = SeriesPoint & { at: number };

/** The points of a series that are known, with the number of their round. */
export function knownPoints({ points }: Series): KnownPoint[] {
  return points.flatMap((point, at) => (isAbsent(point) ? [] : [{ ...point, at }]));
}

/** The series a chart is about. */
export function leadingSeries(series: readonly Series[]): Series | undefined {
  return series.find(({ isOwn }) => isOwn) ?? series[0];
}

type Look = { tone: Tone; symbol: 'circle' | 'diamond' | 'triangle' | 'square'; shape: KeyShape };
type Drawn = Series & Look & { known: KnownPoint[] };

const looks: Look[] = [
  { tone: 'main', symbol: 'circle', shape: 'dot' },
  { tone: 'second', symbol: 'diamond', shape: 'diamond' },
  { tone: 'third', symbol: 'triangle', shape: 'triangle' },
  { tone: 'muted', symbol: 'square', shape: 'square' }
];
const height = 330;
const lineHeight = 16;

/** Values over rounds from zero, n of N under each round; a line stops where a figure is missing and where there is a break. */
export function timeSeriesChart(content: TimeSeriesContent, text: TimeSeriesText, frame: ChartFrame): Plot.PlotOptions {
  const drawn = drawnSeries(content.series);
  const key = keyLine(hasKey(drawn, frame) ? [...drawn].reverse().map(keyItem) : [], frame);
  const scene = setScene(content, { drawn, keyHeight: key.height }, text, frame);
  const gaps = gapsOf(content, drawn, text);
  return {
    width: frameWidth(frame),
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      gaps.length > 0 && patternDefs(['missing'], frame),
      key.mark,
      ...axisMarks(content, scene, text, frame),
      ...gapMarks(gaps, scene, text, frame),
      ...breakMarks(content.rounds, scene, frame),
      ...drawn.flatMap((series) => seriesMarks(series, content.rounds, scene, text)),
      ...labelMarks(drawn, scene, text, frame)
    ].filter((mark) => mark !== false)
  };
}

function keyItem({ name, tone, shape }: Drawn): KeyItem {
  return { label: name, tone, shape };
}

function drawnSeries(series: Series[]): Drawn[] {
  if (series.length > looks.length) throw new Error(`too many series: ${series.length}`);
  const leading = leadingSeries(series);
  const others = series.filter((one) => one !== leading);
  return (leading ? [leading, ...others] : [])
    .map((one, i) => ({ ...one, ...(looks[i] ?? looks[0]!), known: knownPoints(one) }))
    .reverse();
}

function setScene(
  { rounds }: TimeSeriesContent,
  { drawn, keyHeight }: { drawn: Drawn[]; keyHeight: number },
  text: TimeSeriesText,
  frame: ChartFrame
): TimeScene {
  const { max, ticks } = zeroScale(drawn.flatMap(({ known }) => known.map(({ value, high }) => high ?? value)));
  const labels = drawn.flatMap((series) =>
    series.known.slice(-1).map(({ value }) => endLabel(series, value, { drawn, text, frame }))
  );
  const area = {
    left: Math.ceil(widestText(ticks.map(text.tick), smallFontSize)) + 8,
    right: frameWidth(frame) - Math.ceil(widestText(labels, fontSize) * 1.1) - 16,
    top: keyHeight + (isNarrow(frame) ? 44 : 30),
    bottom: height - 52
  };
  const inset = Math.min(44, (area.right - area.left) / (2 * Math.max(1, rounds.length)));
  return {
    area,
    ticks,
    x: pixelScale([0, rounds.length - 1], [area.left + inset, area.right - inset / 2]),
    y: pixelScale([0, max], [area.bottom, area.top])
  };
}

function axisMarks(
  { rounds }: TimeSeriesContent,
  { area, x, y, ticks }: TimeScene,
  text: TimeSeriesText,
  frame: ChartFrame
): Plot.Markish[] {
  const small = { fill: ink.subtle, fontSize: smallFontSize };
  const at = (_: SeriesRound, i: number) => x(i);
  const room = rounds.length > 1 ? x(1) - x(0) : frameWidth(frame);
  const bases = rounds.map(({ reported, expected }) => text.base(reported, expected));
  const isTight = widestText(bases, smallFontSize) > room - 6;
  return [
    Plot.ruleY(ticks, { y: (tick: number) => y(tick), x1: area.left, x2: area.right, stroke: ink.grid }),
    Plot.text(ticks, { x: area.left - 6, y: (tick: number) => y(tick), text: text.tick, textAnchor: 'end', ...small }),
    Plot.text(rounds, { x: at, y: area.bottom + 16, text: 'label', fill: ink.text, fontWeight: 600 }),
    Plot.text(rounds, {
      ...{ x: at, y: area.bottom + 34, ...small },
      text: ({ reported, expected }: SeriesRound, i: number) =>
        isTight ? text.shortBase(reported, expected) : bases[i]
    })
  ];
}

function seriesMarks(series: Drawn, rounds: SeriesRound[], { x, y }: TimeScene, text: TimeSeriesText): Plot.Markish[] {
  const { known, tone, symbol, name } = series;
  const at = (point: KnownPoint) => x(point.at);
  const links = known.slice(1).flatMap((to, i) => {
    const from = known[i];
    if (!from || to.at - from.at > 1 || (!series.isUnbroken && rounds[to.at]?.breakBefore)) return [];
    return [{ x1: x(from.at), y1: y(from.value), x2: x(to.at), y2: y(to.value) }];
  });
  const stroke = toneInk(tone);
  return [
    Plot.ruleX(
      known.filter(({ low, high }) => low !== undefined && high !== undefined),
      { x: at, y1: ({ low = 0 }) => y(low), y2: ({ high = 0 }) => y(high), stroke, strokeWidth: 5, strokeOpacity: 0.3 }
    ),
    Plot.link(links, { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', stroke, strokeWidth: tone === 'main' ? 2.5 : 1.5 }),
    Plot.dot(known, {
      ...{ x: at, y: ({ value }: KnownPoint) => y(value), r: 4.5, symbol, fill: stroke, stroke: ink.surface },
      title: (point: KnownPoint) => text.point(name, rounds[point.at]?.label ?? '', pointText(point, text))
    })
  ];
}

/** A value with its interval when it has one. */
export function pointText(point: SeriesPoint | Absence, text: TimeSeriesText): string {
  if (isAbsent(point)) return figureText(point, text);
  const { value, low, high } = point;
  return low === undefined || high === undefined
    ? text.value(value)
    : text.interval(text.value(value), text.value(low), text.value(high));
}

function labelMarks(
  drawn: Drawn[],
  { area, x, y }: TimeScene,
  text: TimeSeriesText,
  frame: ChartFrame
): Plot.Markish[] {
  const ends = drawn.flatMap((series) => series.known.slice(-1).map((point) => ({ ...series, ...point })));
  const places = spreadLabels(
    ends.map(({ value }) => y(value)),
    lineHeight,
    [area.top, area.bottom]
  );
  return [
    Plot.text(ends, {
      ...{ x: ({ at }: KnownPoint) => x(at) + 10, y: (_: KnownPoint, i: number) => places[i], textAnchor: 'start' },
      ...{ fill: ink.text, stroke: ink.surface, strokeWidth: 4, fontWeight: 600 },
      text: (end: Drawn & KnownPoint) => endLabel(end, end.value, { drawn, text, frame })
    })
  ];
}

function endLabel(
  { name }: Series,
  value: number,
  { drawn, text, frame }: { drawn: Drawn[]; text: TimeSeriesText; frame: ChartFrame }
): string {
  return hasKey(drawn, frame) || drawn.length === 1 ? text.value(value) : `${text.value(value)} ${name}`;
}

function hasKey(drawn: Drawn[], frame: ChartFrame): boolean {
  return isNarrow(frame) && drawn.length > 1;
}
