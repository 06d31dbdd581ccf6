import { isAbsent } from './absence.ts';
import { spreadLabels } from './label-spread.ts';
import type { SlopeRow, SlopeText } from './slope-chart.ts';
import { widestText } from './text-width.ts';
import { fontSize, frameWidth, isNarrow, type ChartFrame } from './theme.ts';
import { pixelScale, zeroScale } from './zero-scale.ts';

type Known = SlopeRow & { before: number; after: number };
/** A row with the heights of its ends and of their labels, in pixels. */
export type Line = Known & { y1: number; y2: number; label1: number; label2: number };
/** The edges between which the lines run, in pixels. */
export type Layout = { left: number; right: number; top: number; bottom: number };

const lineGap = 16;
/** Between a line's end and its label runs a thin line, in pixels, as labels of ends that are close are spread. */
export const leadWidth = 14;
const top = 48;
const shortest = 200;

/** Whether a row has a figure in both rounds, and so a line. */
export function hasBoth(row: SlopeRow): row is Known {
  return !isAbsent(row.before) && !isAbsent(row.after);
}

/** Where the ends of the lines stand, in pixels, with room for their labels. */
export function layOut(lines: Known[], text: SlopeText, frame: ChartFrame): Layout {
  const before = widestText(
    lines.map((row) => (isNarrow(frame) ? text.value(row.before) : `${row.name} ${text.value(row.before)}`)),
    fontSize
  );
  const after = widestText(
    lines.map((row) => endLabel(row, text)),
    fontSize
  );
  const most = frameWidth(frame) * 0.55;
  return {
    left: Math.max(40, Math.ceil(before) + leadWidth + 11),
    right: frameWidth(frame) - Math.max(40, Math.min(most, Math.ceil(after) + leadWidth + 11)),
    top,
    bottom: top + Math.max(shortest, lines.length * (lineGap + 2))
  };
}

/** What stands at the later end of a line. */
export function endLabel(row: Known, text: SlopeText): string {
  return `${text.value(row.after)} ${row.name}${row.isBroken ? ` (${text.broken})` : ''}`;
}

/** The lines with their ends on one scale from zero, and their labels spread so that none touches another. */
export function place(lines: Known[], layout: Layout): Line[] {
  const { max } = zeroScale(lines.flatMap(({ before, after }) => [before, after]));
  const y = pixelScale([0, max], [layout.bottom - 8, layout.top + 8]);
  const span: [number, number] = [layout.top + 8, layout.bottom - 8];
  const spread = (places: number[]) => spreadLabels(places, lineGap, span);
  const starts = spread(lines.map(({ before }) => y(before)));
  const ends = spread(lines.map(({ after }) => y(after)));
  return lines.map((row, i) => ({
    ...row,
    y1: y(row.before),
    y2: y(row.after),
    label1: starts[i] ?? y(row.before),
    label2: ends[i] ?? y(row.after)
  }));
}
