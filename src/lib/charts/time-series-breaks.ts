import * as Plot from '@observablehq/plot';
import type { Absence } from './absence.ts';
import { textWidth } from './text-width.ts';
import { frameWidth, ink, smallFontSize, toneFill, type ChartFrame } from './theme.ts';
import type { SeriesRound, TimeSeriesText } from './time-series-chart.ts';

export type TimeScene = {
  area: { left: number; right: number; top: number; bottom: number };
  x: (round: number) => number;
  y: (value: number) => number;
  ticks: number[];
};

/** Rounds without a figure in any series: a hatched column that says why. */
export function gapMarks(
  gaps: { at: number; absence: Absence }[],
  { area, x }: TimeScene,
  text: TimeSeriesText,
  frame: ChartFrame
): Plot.Markish[] {
  const half = 14;
  return [
    Plot.rect(gaps, {
      ...{ x1: ({ at }: { at: number }) => x(at) - half, x2: ({ at }: { at: number }) => x(at) + half },
      ...{ y1: area.top, y2: area.bottom, fill: toneFill('missing', frame), stroke: ink.muted }
    }),
    Plot.text(gaps, {
      ...{ x: ({ at }: { at: number }) => x(at), y: (area.top + area.bottom) / 2, rotate: -90 },
      ...{ text: ({ absence }: { absence: Absence }) => text.absence[absence] },
      ...{ fill: ink.text, stroke: ink.surface, strokeWidth: 6 }
    })
  ];
}

/** A dotted line where two rounds cannot be compared, with what changed above it. */
export function breakMarks(rounds: SeriesRound[], { area, x }: TimeScene, frame: ChartFrame): Plot.Markish[] {
  const breaks = rounds.flatMap(({ breakBefore }, at) =>
    breakBefore === null || at === 0 ? [] : [{ x: (x(at - 1) + x(at)) / 2, label: breakBefore }]
  );
  const half = (label: string) => textWidth(label, smallFontSize) / 2 + 2;
  const within = (at: number, label: string) => Math.max(half(label), Math.min(frameWidth(frame) - half(label), at));
  const lines = spreadLines(breaks.map(({ x: at, label }) => [within(at, label), half(label)]));
  return [
    Plot.ruleX(breaks, { x: 'x', y1: area.top - 6, y2: area.bottom, stroke: ink.text, strokeDasharray: '1,4' }),
    Plot.text(breaks, {
      ...{ x: ({ x: at, label }: { x: number; label: string }) => within(at, label) },
      ...{ y: (_: unknown, i: number) => area.top - 16 - 16 * (lines[i] ?? 0), text: 'label' },
      ...{ fill: ink.text, fontSize: smallFontSize }
    })
  ];
}

function spreadLines(boxes: [middle: number, half: number][]): number[] {
  const ends: number[] = [];
  return boxes.map(([middle, half]) => {
    const free = ends.findIndex((end) => end < middle - half - 8);
    const line = free === -1 ? ends.length : free;
    ends[line] = middle + half;
    return line;
  });
}
