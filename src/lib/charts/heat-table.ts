import * as Plot from '@observablehq/plot';
import { absenceTone, isAbsent, type Absence } from './absence.ts';
import type { ChartText } from './chart-reading.ts';
import { areaLabel } from './draw.ts';
import { inOrder, type RowOrder } from './row-order.ts';
import { widestText } from './text-width.ts';
import { fontSize, frameWidth, ink, isNarrow, patternDefs, smallFontSize, toneFill, type ChartFrame } from './theme.ts';
import { wrappedText } from './wrapped-text.ts';

/** `isAnswer` is false for a column of those who gave none; it is never said to be the most common. */
type HeatColumn = { id: string; label: string; isAnswer?: boolean };

/** One row with a figure for every column, in their order. */
export type HeatRow = {
  area?: string;
  name: string;
  population: number;
  values: (number | Absence)[];
  isOwn?: boolean;
};

/**
 * `figures`: every column is an indicator with its own unit, shaded against its own largest; `categories`: the columns share a
 * whole and one shade.
 */
export type HeatContent = {
  measure: string;
  kind: 'figures' | 'categories';
  order: RowOrder;
  columns: HeatColumn[];
  rows: HeatRow[];
};

/** `cell` writes a figure of a column; `short` is how an absence is written in a narrow cell. */
export type HeatText = ChartText & {
  cell: (value: number, column: string) => string;
  short: Record<Absence, string>;
  point: (row: string, column: string, value: string) => string;
  finding: {
    complete: (complete: number, rows: number, columns: number) => string;
    mode: (rows: number, all: number, category: string) => string;
    noMode: string;
  };
  description: (rows: number, columns: number) => string;
  rowHeader: string;
};

type Cell = {
  area: string | undefined;
  row: number;
  column: number;
  value: number | Absence;
  label: string;
  shade: number;
  title: string;
};
type Layout = { left: number; width: number; header: number; rowHeight: number; cellTop: number; isRotated: boolean };

const cellHeight = 24;
const strongest = 0.42;
const shades = 5;

/** A table whose cells hold their figures, shaded in five steps from the surface; an absent figure is hatched and named. */
export function heatTable(content: HeatContent, text: HeatText, frame: ChartFrame): Plot.PlotOptions {
  const rows = inOrder(content.rows, content.order);
  const layout = layOut(content, frame);
  const cells = rows.flatMap((row, i) => rowCells(row, i, { content, text, layout }));
  const known = cells.filter(({ value }) => !isAbsent(value));
  const absent = cells.filter(({ value }) => isAbsent(value));
  const y = (row: number) => layout.header + row * layout.rowHeight + layout.cellTop;
  const box = {
    x1: ({ column }: Cell) => layout.left + column * layout.width + 1,
    x2: ({ column }: Cell) => layout.left + (column + 1) * layout.width - 1,
    y1: ({ row }: Cell) => y(row) + 1,
    y2: ({ row }: Cell) => y(row) + cellHeight - 1,
    title: 'title',
    ariaLabel: ({ area }: Cell) => areaLabel(area)
  } as const;
  const label = {
    x: ({ column }: Cell) => layout.left + (column + 0.5) * layout.width,
    y: ({ row }: Cell) => y(row) + cellHeight / 2,
    text: 'label',
    fontSize: smallFontSize,
    fill: ink.text
  } as const;
  const hatch = { fill: ({ value }: Cell) => toneFill(absenceTone(value), frame), stroke: ink.grid };
  return {
    width: frameWidth(frame),
    height: layout.header + rows.length * layout.rowHeight + 2,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      absent.length > 0 &&
        patternDefs(
          absent.map(({ value }) => absenceTone(value)),
          frame
        ),
      headerMark(content.columns, layout),
      ...nameMarks(rows, layout),
      Plot.rect(known, { ...box, fill: toneFill('main', frame), fillOpacity: 'shade', stroke: ink.grid }),
      Plot.rect(absent, { ...box, ...hatch }),
      Plot.text(known, label),
      Plot.text(absent, { ...label, stroke: ink.surface, strokeWidth: 4 })
    ].filter((mark) => mark !== false)
  };
}

function layOut({ columns, rows }: HeatContent, frame: ChartFrame): Layout {
  const narrow = isNarrow(frame);
  const names = widestText(
    rows.map(({ name }) => name),
    fontSize
  );
  const left = narrow ? 0 : Math.ceil(names) + 12;
  const width = (frameWidth(frame) - left) / Math.max(1, columns.length);
  const lines = columns.map(({ label }) => wrappedText(label, width - 8, smallFontSize));
  const isRotated = lines.some((parts) => widestText(parts, smallFontSize) > width - 4);
  const tall = isRotated
    ? widestText(
        columns.map(({ label }) => label),
        smallFontSize
      ) + 10
    : Math.max(1, ...lines.map((parts) => parts.length)) * 15 + 8;
  const cellTop = narrow ? 20 : 0;
  return {
    left,
    width,
    header: Math.ceil(tall),
    rowHeight: cellHeight + cellTop + (narrow ? 6 : 0),
    cellTop,
    isRotated
  };
}

function headerMark(columns: HeatColumn[], { left, width, header, isRotated }: Layout): Plot.Markish {
  const x = (_: HeatColumn, i: number) => left + (i + 0.5) * width;
  const look = { fill: ink.text, fontSize: smallFontSize, y: header - 5 };
  if (isRotated) return Plot.text(columns, { ...look, x, text: 'label', rotate: -90, textAnchor: 'start' });
  return Plot.text(columns, {
    ...{ ...look, x, lineAnchor: 'bottom', lineHeight: 1.2 },
    text: ({ label }: HeatColumn) => wrappedText(label, width - 8, smallFontSize).join('\n')
  });
}

function nameMarks(rows: HeatRow[], { header, rowHeight, cellTop }: Layout): Plot.Markish[] {
  const placed = rows.map((row, i) => ({ ...row, y: header + i * rowHeight + (cellTop > 0 ? 10 : cellHeight / 2) }));
  const name = { x: 0, y: 'y', text: 'name', textAnchor: 'start', fill: ink.text } as const;
  return [
    Plot.text(
      placed.filter(({ isOwn }) => !isOwn),
      name
    ),
    Plot.text(
      placed.filter(({ isOwn }) => isOwn),
      { ...name, fontWeight: 700 }
    )
  ];
}

function rowCells(
  { area, name, values }: HeatRow,
  row: number,
  { content, text, layout }: { content: HeatContent; text: HeatText; layout: Layout }
): Cell[] {
  return content.columns.map(({ id, label }, column) => {
    const value = values[column] ?? 'missing';
    const said = isAbsent(value) ? text.absence[value] : text.cell(value, id);
    const isWide = widestText([said], smallFontSize) <= layout.width - 6;
    return {
      area,
      row,
      column,
      value,
      label: isAbsent(value) && !isWide ? text.short[value] : said,
      shade: isAbsent(value) ? 0 : shadeOf(value, largestOf(content, column)),
      title: text.point(name, label, said)
    };
  });
}

function largestOf({ kind, rows, columns }: HeatContent, column: number): number {
  const compared = kind === 'figures' ? [column] : columns.map((_, i) => i);
  const values = rows.flatMap((row) => compared.map((i) => row.values[i] ?? 'missing'));
  return Math.max(0, ...values.filter((value) => !isAbsent(value)));
}

/** Five even steps from nothing (zero) to the strongest shade on which text is read. */
function shadeOf(value: number, largest: number): number {
  if (largest === 0 || value <= 0) return 0;
  return (Math.ceil((value / largest) * shades) / shades) * strongest;
}
