import * as Plot from '@observablehq/plot';
import { isAbsent, type Absence } from './absence.ts';
import { textWidth } from './text-width.ts';
import { frameWidth, ink, smallFontSize, toneFill, type ChartFrame } from './theme.ts';
import type { Series, SeriesRound, TimeSeriesContent, TimeSeriesText } from './time-series-chart.ts';

export type TimeScene = {
  area: { left: number; right: number; top: number; bottom: number };
  x: (round: number) => number;
  y: (value: number) => number;
  ticks: number[];
};

type Gap = { at: number; level: number; absence: Absence; isWhole: boolean; title: string };

/** The rounds without a figure, series by series; `isWhole` when no series has one. */
export function gapsOf({ rounds }: TimeSeriesContent, series: readonly Series[], text: TimeSeriesText): Gap[] {
  return rounds.flatMap(({ label }, at) => {
    const own = series.map(({ name, points }) => ({ name, point: points[at] ?? 'missing' }));
    const isWhole = own.every(({ point }) => isAbsent(point));
    return own.flatMap(({ name, point }, level) =>
      isAbsent(point)
        ? [{ at, level, isWhole, absence: point, title: text.point(name, label, text.absence[point]) }]
        : []
    );
  });
}

/** A round without any figure is a hatched column that says why; one that a single series lacks is a hatched square. */
export function gapMarks(gaps: Gap[], { area, x }: TimeScene, text: TimeSeriesText, frame: ChartFrame): Plot.Markish[] {
  const half = 14;
  const whole = gaps.filter(({ isWhole, level }) => isWhole && level === 0);
  const single = gaps.filter(({ isWhole }) => !isWhole);
  const hatch = { fill: toneFill('missing', frame), stroke: ink.muted, title: 'title' } as const;
  return [
    Plot.rect(whole, {
      ...{ x1: ({ at }: Gap) => x(at) - half, x2: ({ at }: Gap) => x(at) + half },
      ...{ y1: area.top, y2: area.bottom, ...hatch }
    }),
    Plot.text(whole, {
      ...{ x: ({ at }: Gap) => x(at), y: (area.top + area.bottom) / 2, rotate: -90 },
      ...{ text: ({ absence }: Gap) => text.absence[absence], fill: ink.text, stroke: ink.surface, strokeWidth: 6 }
    }),
    Plot.dot(single, {
      ...{ x: ({ at }: Gap) => x(at), y: ({ level }: Gap) => area.bottom - 8 - level * 14, symbol: 'square', r: 5.5 },
      ...{ strokeWidth: 1, ...hatch }
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
