import * as Plot from '@observablehq/plot';
import { isAbsent, type Absence } from './absence.ts';
import { figureText } from './chart-reading.ts';
import type { KeyItem } from './key-line.ts';
import type { KeyShape } from './key-shape.ts';
import { spreadLabels } from './label-spread.ts';
import { ink, isNarrow, toneInk, type ChartFrame, type Tone } from './theme.ts';
import type { TimeScene } from './time-series-breaks.ts';
import type { Series, SeriesPoint, SeriesRound, TimeSeriesText } from './time-series-chart.ts';

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
/** A series with its looks and the points that are known. */
export type Drawn = Series & Look & { known: KnownPoint[] };

const looks: Look[] = [
  { tone: 'main', symbol: 'circle', shape: 'dot' },
  { tone: 'second', symbol: 'diamond', shape: 'diamond' },
  { tone: 'third', symbol: 'triangle', shape: 'triangle' },
  { tone: 'muted', symbol: 'square', shape: 'square' }
];
const lineHeight = 16;
/** A series in the key. */
export function keyItem({ name, tone, shape }: Drawn): KeyItem {
  return { label: name, tone, shape };
}

/** The series in the order they are drawn, the leading one last, so that it lies on top; more than four is an error. */
export function drawnSeries(series: Series[]): Drawn[] {
  if (series.length > looks.length) throw new Error(`too many series: ${series.length}`);
  const leading = leadingSeries(series);
  const others = series.filter((one) => one !== leading);
  return (leading ? [leading, ...others] : [])
    .map((one, i) => ({ ...one, ...(looks[i] ?? looks[0]!), known: knownPoints(one) }))
    .reverse();
}

/** A series as dots with their intervals; its line stops where a round is missing and at a break. */
export function seriesMarks(
  series: Drawn,
  rounds: SeriesRound[],
  { x, y }: TimeScene,
  text: TimeSeriesText
): Plot.Markish[] {
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

/** What each series ended at, with its name where no key tells it; labels never touch. */
export function labelMarks(
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

/** What stands at the end of a series. */
export function endLabel(
  { name }: Series,
  value: number,
  { drawn, text, frame }: { drawn: Drawn[]; text: TimeSeriesText; frame: ChartFrame }
): string {
  return hasKey(drawn, frame) || drawn.length === 1 ? text.value(value) : `${text.value(value)} ${name}`;
}

/** Whether the names stand in a key, as there is no room beside the lines. */
export function hasKey(drawn: Drawn[], frame: ChartFrame): boolean {
  return isNarrow(frame) && drawn.length > 1;
}
