import * as Plot from '@observablehq/plot';
import type { Absence } from './absence.ts';
import { figureText, type ChartText } from './chart-reading.ts';
import { areaLabel } from './draw.ts';
import { endLabel, hasBoth, layOut, leadWidth, place, type Layout, type Line } from './slope-layout.ts';
import { textWidth } from './text-width.ts';
import { fontSize, frameWidth, ink, patternDefs, smallFontSize, toneFill, toneInk, type ChartFrame } from './theme.ts';

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

function endMarks(
  { before, after }: SlopeContent,
  { left, right, top, bottom }: Layout,
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
  const room = left - leadWidth - 11;
  const named = (row: Line) => {
    const whole = `${row.name} ${text.value(row.before)}`;
    return textWidth(whole, fontSize) <= room ? whole : text.value(row.before);
  };
  const weight = (row: boolean) => lines.filter(({ isOwn = false }) => isOwn === row);
  const leads = (end: number, by: number, y1: 'y1' | 'y2', y2: 'label1' | 'label2') =>
    Plot.link(lines, { x1: end + Math.sign(by) * 4, x2: end + by, y1, y2, stroke: ink.grid });
  return [false, true].flatMap((own) => {
    const look = { fill: ink.text, ...(own ? { fontWeight: 700 } : {}) };
    return [
      ...(own ? [] : [leads(left, -leadWidth, 'y1', 'label1'), leads(right, leadWidth, 'y2', 'label2')]),
      Plot.text(weight(own), { x: left - leadWidth - 4, y: 'label1', text: named, textAnchor: 'end', ...look }),
      Plot.text(weight(own), {
        ...{ x: right + leadWidth + 4, y: 'label2', textAnchor: 'start', ...look },
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
