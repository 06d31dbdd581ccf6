import * as Plot from '@observablehq/plot';
import type { Absence } from './absence.ts';
import type { ChartText } from './chart-reading.ts';
import { keyLine } from './key-line.ts';
import { widestText } from './text-width.ts';
import { fontSize, frameWidth, ink, isNarrow, patternDefs, smallFontSize, type ChartFrame } from './theme.ts';
import { breakMarks, gapMarks, gapsOf, type TimeScene } from './time-series-breaks.ts';
import { drawnSeries, endLabel, hasKey, keyItem, labelMarks, seriesMarks, type Drawn } from './time-series-lines.ts';
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

const height = 330;

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
  const isTight = widestText(bases, smallFontSize) > room - 10;
  const said = isTight ? rounds.map(({ reported, expected }) => text.shortBase(reported, expected)) : bases;
  const half = widestText(said, smallFontSize) / 2 + 3;
  const within = (_: SeriesRound, i: number) => Math.max(half, Math.min(frameWidth(frame) - half, x(i)));
  return [
    Plot.ruleY(ticks, { y: (tick: number) => y(tick), x1: area.left, x2: area.right, stroke: ink.grid }),
    Plot.text(ticks, { x: area.left - 6, y: (tick: number) => y(tick), text: text.tick, textAnchor: 'end', ...small }),
    Plot.text(rounds, { x: at, y: area.bottom + 16, text: 'label', fill: ink.text, fontWeight: 600 }),
    Plot.text(rounds, {
      ...{ x: within, y: area.bottom + 34, ...small },
      text: (_: SeriesRound, i: number) => said[i]
    })
  ];
}
