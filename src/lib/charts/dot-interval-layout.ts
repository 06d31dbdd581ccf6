import { isAbsent } from './absence.ts';
import type { DotEstimate, DotIntervalRow, DotIntervalText } from './dot-interval-chart.ts';
import { textWidth, widestText } from './text-width.ts';
import { fontSize, isNarrow, smallFontSize, type ChartFrame } from './theme.ts';
import { zeroScale, type ZeroScale } from './zero-scale.ts';

/** A row in its place from the top. */
export type Placed = DotIntervalRow & { y: number };
/** A row with a figure. */
export type Known = Placed & { estimate: DotEstimate };
export type Layout = { rowHeight: number; left: number; right: number; middle: number };

const beyondWidth = 24;

/** A raw rate may be far from the rest by chance; it widens the scale by half at most. */
export function scaleOf(rows: Known[], mean: number | null): ZeroScale {
  const calm = [...rows.map(({ estimate }) => estimate.high), ...(mean === null ? [] : [mean])];
  const most = Math.max(0, ...calm) * 1.5;
  return zeroScale([...calm, ...rows.map(({ estimate }) => estimate.raw ?? 0).filter((raw) => raw <= most)]);
}

/** Where names, marks and figures stand, in pixels. */
export function layOut(
  rows: Placed[],
  { scale, text, frame }: { scale: ZeroScale; text: DotIntervalText; frame: ChartFrame }
): Layout {
  const edge = rows.some(({ estimate }) => !isAbsent(estimate) && (estimate.raw ?? 0) > scale.max) ? beyondWidth : 0;
  if (isNarrow(frame)) {
    const half = (tick: number | undefined) => Math.ceil(textWidth(text.tick(tick ?? 0), smallFontSize) / 2) + 1;
    const [left, right] = [Math.max(8, half(scale.ticks[0])), Math.max(10, half(scale.ticks.at(-1)))];
    return { rowHeight: 42, left, right: right + edge, middle: 9 };
  }
  const names = widestText(
    rows.map(({ name }) => name),
    fontSize
  );
  const labels = widestText(
    rows.map((row) => intervalText(row, text)),
    smallFontSize
  );
  return { rowHeight: 22, left: Math.ceil(names) + 14, right: Math.ceil(labels) + 10 + edge, middle: 0 };
}

/** A figure with its interval; empty without one. */
export function intervalText({ estimate }: DotIntervalRow, text: DotIntervalText): string {
  if (isAbsent(estimate)) return '';
  return text.interval(text.value(estimate.value), text.value(estimate.low), text.value(estimate.high));
}
