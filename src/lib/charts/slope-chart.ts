import * as Plot from '@observablehq/plot';
import { isAbsent, type Absence } from './absence.ts';
import { figureText, type ChartText } from './chart-reading.ts';
import { areaLabel } from './draw.ts';
import { spreadLabels } from './label-spread.ts';
import { textWidth, widestText } from './text-width.ts';
import {
  fontSize,
  frameWidth,
  ink,
  isNarrow,
  patternDefs,
  smallFontSize,
  toneFill,
  toneInk,
  type ChartFrame
} from './theme.ts';
import { pixelScale, zeroScale } from './zero-scale.ts';

/** `isBroken`: what the figure counts changed between the rounds, as when a municipality was split; it is no change. */
export type SlopeRow = {
  area?: string;
  name: string;
  population: number;
  before: number | Absence;
  after: number | Absence;
  isBroken?: boolean;
  isOwn?: boolean;
};

type SlopeEnd = { round: string; reported: number; expected: number };

export type SlopeContent = { measure: string; before: SlopeEnd; after: SlopeEnd; rows: SlopeRow[] };

export type SlopeText = ChartText & {
  broken: string;
  endBase: (reported: number, expected: number) => string;
  point: (name: string, before: string, after: string) => string;
  absent: (name: string, before: string, after: string) => string;
  finding: (up: number, down: number, same: number) => string;
  notComparable: string;
  description: (compared: number, before: string, after: string) => string;
  otherBase: (before: string, after: string) => string;
  columns: { name: string; note: string };
};

type Line = SlopeRow & { before: number; after: number; y1: number; y2: number; label1: number; label2: number };
type Layout = { left: number; right: number; top: number; bottom: number };

const lineGap = 16;
const top = 48;
const shortest = 200;

/** A line a row between two rounds from a zero-based scale, labelled at both ends; broken ones are dashed and say so. */
export function slopeChart(content: SlopeContent, text: SlopeText, frame: ChartFrame): Plot.PlotOptions {
  const lines = content.rows.filter(hasBoth);
  const absent = content.rows.filter((row) => !hasBoth(row));
  const layout = layOut(lines, text, frame);
  const placed = place(lines, layout);
  return {
    width: frameWidth(frame),
    height: layout.bottom + 10 + absent.length * 20,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      absent.length > 0 && patternDefs(['missing'], frame),
      ...endMarks(content, layout, { text, frame }),
      ...lineMarks(placed, layout, text),
      ...labelMarks(placed, layout, text),
      ...absentMarks(absent, layout, { text, frame })
    ].filter((mark) => mark !== false)
  };
}

type Known = SlopeRow & { before: number; after: number };

function hasBoth(row: SlopeRow): row is Known {
  return !isAbsent(row.before) && !isAbsent(row.after);
}

function layOut(lines: Known[], text: SlopeText, frame: ChartFrame): Layout {
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
    left: Math.max(40, Math.ceil(before) + 16),
    right: frameWidth(frame) - Math.max(40, Math.min(most, Math.ceil(after) + 16)),
    top,
    bottom: top + Math.max(shortest, lines.length * (lineGap + 2))
  };
}

function endLabel(row: Known, text: SlopeText): string {
  return `${text.value(row.after)} ${row.name}${row.isBroken ? ` (${text.broken})` : ''}`;
}

function place(lines: Known[], layout: Layout): Line[] {
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

function endMarks(
  { before, after }: SlopeContent,
  { left, right, bottom }: Layout,
  { text, frame }: { text: SlopeText; frame: ChartFrame }
): Plot.Markish[] {
  const ends = [
    { ...before, line: left, x: 0, anchor: 'start' as const },
    { ...after, line: right, x: frameWidth(frame), anchor: 'end' as const }
  ];
  return ends.flatMap(({ round, reported, expected, line, x, anchor }) => [
    Plot.ruleX([line], { x: line, y1: top, y2: bottom, stroke: ink.grid }),
    Plot.text([round], { x, y: 12, text: String, textAnchor: anchor, fill: ink.text, fontWeight: 600 }),
    Plot.text([text.endBase(reported, expected)], {
      ...{ x, y: 30, text: String, textAnchor: anchor, fill: ink.subtle, fontSize: smallFontSize }
    })
  ]);
}

function lineMarks(lines: Line[], { left, right }: Layout, text: SlopeText): Plot.Markish[] {
  const link = { x1: left, x2: right, y1: 'y1', y2: 'y2' } as const;
  const look = (own: boolean) => ({ stroke: toneInk(own ? 'main' : 'muted'), strokeWidth: own ? 2.5 : 1.5 });
  const of = (own: boolean, broken: boolean) =>
    lines.filter((line) => (line.isOwn ?? false) === own && (line.isBroken ?? false) === broken);
  const area = (row: Line) => areaLabel(row.area);
  const dots = (own: boolean) => {
    const rows = [...of(own, false), ...of(own, true)];
    return [
      Plot.dot(rows, { x: left, y: 'y1', r: 3.5, fill: look(own).stroke }),
      Plot.dot(rows, {
        x: right,
        y: 'y2',
        r: 3.5,
        fill: look(own).stroke,
        title: (row: Line) => lineTitle(row, text),
        ariaLabel: area
      })
    ];
  };
  const middle = { x: (left + right) / 2, y: ({ y1, y2 }: Line) => (y1 + y2) / 2 };
  return [
    ...[false, true].flatMap((own) => [
      Plot.link(of(own, false), { ...link, ...look(own) }),
      Plot.link(of(own, true), { ...link, ...look(own), strokeDasharray: '2,5' }),
      ...dots(own)
    ]),
    Plot.text(
      lines.filter(({ isBroken }) => isBroken),
      { ...middle, text: () => '//', fill: ink.text, stroke: ink.surface, strokeWidth: 5, fontWeight: 700 }
    )
  ];
}

function lineTitle(row: Line, text: SlopeText): string {
  const said = text.point(row.name, text.value(row.before), text.value(row.after));
  return row.isBroken ? `${said} (${text.broken})` : said;
}

function labelMarks(lines: Line[], { left, right }: Layout, text: SlopeText): Plot.Markish[] {
  const room = left - 16;
  const named = (row: Line) => {
    const whole = `${row.name} ${text.value(row.before)}`;
    return textWidth(whole, fontSize) <= room ? whole : text.value(row.before);
  };
  const weight = (row: boolean) => lines.filter(({ isOwn = false }) => isOwn === row);
  return [false, true].flatMap((own) => {
    const look = { fill: ink.text, ...(own ? { fontWeight: 700 } : {}) };
    return [
      Plot.text(weight(own), { x: left - 9, y: 'label1', text: named, textAnchor: 'end', ...look }),
      Plot.text(weight(own), {
        ...{ x: right + 9, y: 'label2', textAnchor: 'start', ...look },
        text: (row: Line) => endLabel(row, text)
      })
    ];
  });
}

function absentMarks(
  rows: SlopeRow[],
  { bottom }: Layout,
  { text, frame }: { text: SlopeText; frame: ChartFrame }
): Plot.Markish[] {
  const y = (_: SlopeRow, i: number) => bottom + 18 + i * 20;
  const said = (row: SlopeRow) => text.absent(row.name, figureText(row.before, text), figureText(row.after, text));
  return [
    Plot.dot(rows, {
      x: 8,
      y,
      symbol: 'square',
      r: 6.2,
      fill: toneFill('missing', frame),
      stroke: ink.muted,
      title: said,
      ariaLabel: ({ area }: SlopeRow) => areaLabel(area)
    }),
    Plot.text(rows, { x: 22, y, text: said, textAnchor: 'start', fill: ink.subtle })
  ];
}
