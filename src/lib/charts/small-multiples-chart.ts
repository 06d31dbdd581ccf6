import * as Plot from '@observablehq/plot';
import { isAbsent, type Absence } from './absence.ts';
import type { ChartText } from './chart-reading.ts';
import { areaLabel } from './draw.ts';
import { keyLine } from './key-line.ts';
import { textWidth, widestText } from './text-width.ts';
import { fontSize, frameWidth, ink, patternDefs, smallFontSize, toneFill, type ChartFrame } from './theme.ts';
import { gapBetween, layOut, type Layout } from './small-multiples-layout.ts';
import { pixelScale, zeroScale } from './zero-scale.ts';

export type PanelFigure = { value: number | Absence; reported: number; expected: number };

/**
 * One small picture: an area with its figures in the order of `labels`, each with its own base. `base` is what stands under
 * its name; without it, what the figures rest on.
 */
export type Panel = { area?: string; name: string; figures: PanelFigure[]; base?: string; isOwn?: boolean };

/** `labels` name the bars of every panel: the rounds, the oldest first, or the parts that make the whole of each area. */
export type SmallMultiplesContent = { measure: string; labels: string[]; across: 'rounds' | 'parts'; panels: Panel[] };

export type SmallMultiplesText = ChartText & {
  point: (panel: string, label: string, value: string, base: string) => string;
  finding: (up: number, down: number, all: number) => string;
  notComparable: string;
  description: (panels: number) => string;
  otherBase: string;
  columns: { name: string; base: string };
};

type Bar = { label: string; base: string; value: number; x: number; y: number };
type Gap = { label: string; base: string; absence: Absence; x: number; y: number };

/** The same small bar chart for every area, on one scale from zero; an absent figure is a hatched, low bar that is named. */
export function smallMultiplesChart(
  { panels, labels, across }: SmallMultiplesContent,
  text: SmallMultiplesText,
  frame: ChartFrame
): Plot.PlotOptions {
  const used = new Set(panels.flatMap(({ figures }) => figures.map(({ value }) => value).filter(isAbsent)));
  const key = keyLine(
    used.size === 0 ? [] : [{ label: [...used].map((absence) => text.absence[absence]).join(' / '), tone: 'missing' }],
    frame
  );
  const layout = layOut({ labels, panels, across }, used.size > 0 ? key.height : 0, frame);
  const corner = (i: number) => ({
    x: (i % layout.columns) * (layout.width + gapBetween),
    y: layout.top + Math.floor(i / layout.columns) * layout.height
  });
  return {
    width: frameWidth(frame),
    height: layout.top + Math.ceil(panels.length / layout.columns) * layout.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      used.size > 0 && patternDefs(['missing'], frame),
      used.size > 0 && key.mark,
      ...headMarks(panels, corner, layout, text),
      ...panels.flatMap((panel, i) => panelMarks(panel, { labels, corner: corner(i), layout, frame, text, panels }))
    ].filter((mark) => mark !== false)
  };
}

function baseText(panel: Panel, text: SmallMultiplesText): string {
  if (panel.base !== undefined) return panel.base;
  const { reported, expected } = panel.figures.at(-1) ?? { reported: 0, expected: 0 };
  return hasOneBase(panel) ? text.base(reported, expected) : shortBase(panel, text);
}

/** The first and the last base of a panel: "12 av 25 → 14 av 25". */
function shortBase({ figures }: Panel, text: SmallMultiplesText): string {
  const ends = [figures[0], figures.at(-1)].map((figure) =>
    figure ? text.shortBase(figure.reported, figure.expected) : ''
  );
  return [...new Set(ends)].join(' → ');
}

/** Whether every figure of a panel rests on as many of as many. */
export function hasOneBase({ figures }: Panel): boolean {
  return new Set(figures.map(({ reported, expected }) => `${reported}/${expected}`)).size < 2;
}

type Corner = { x: number; y: number };

function headMarks(
  panels: Panel[],
  corner: (i: number) => Corner,
  layout: Layout,
  text: SmallMultiplesText
): Plot.Markish[] {
  const place = (dy: number) =>
    ({
      x: (_: Panel, i: number) => corner(i).x,
      y: (_: Panel, i: number) => corner(i).y + dy,
      textAnchor: 'start'
    }) as const;
  const bases = panels.map((panel) => baseText(panel, text));
  const isTight = widestText(bases, smallFontSize) > layout.width;
  return [
    Plot.text(panels, { ...place(12), text: 'name', fill: ink.text, fontWeight: 600 }),
    Plot.text(panels, {
      ...{ ...place(29), fill: ink.subtle, fontSize: smallFontSize },
      text: (panel: Panel, i: number) => (isTight ? (panel.base ?? shortBase(panel, text)) : bases[i])
    })
  ];
}

function panelMarks(
  panel: Panel,
  scene: {
    labels: string[];
    corner: Corner;
    layout: Layout;
    frame: ChartFrame;
    text: SmallMultiplesText;
    panels: Panel[];
  }
): Plot.Markish[] {
  const { labels, corner, layout, frame, text, panels } = scene;
  const all = panels.flatMap(({ figures }) => figures.map(({ value }) => value));
  const { max } = zeroScale(all.filter((value) => !isAbsent(value)));
  const isQuiet = !panel.isOwn && panels.some(({ isOwn }) => isOwn);
  const height = pixelScale([0, max], [corner.y + layout.bottom, corner.y + layout.barTop]);
  const inset = Math.min(6, layout.bar * 0.12);
  const left = ({ x }: { x: number }) => x + inset;
  const right = ({ x }: { x: number }) => x + layout.bar - inset;
  const middle = ({ x }: { x: number }) => x + layout.bar / 2;
  const floor = corner.y + layout.bottom;
  const places = panel.figures.map(({ value, reported, expected }, i) => ({
    ...{ value, label: labels[i] ?? '', base: text.base(reported, expected) },
    x: corner.x + i * layout.bar
  }));
  const bars: Bar[] = places.flatMap((bar) =>
    isAbsent(bar.value) ? [] : [{ ...bar, value: bar.value, y: height(bar.value) }]
  );
  const gaps: Gap[] = places.flatMap((bar) =>
    isAbsent(bar.value) ? [{ ...bar, absence: bar.value, y: floor - 14 }] : []
  );
  const title = (value: string, { label, base }: Bar | Gap) => text.point(panel.name, label, value, base);
  const ariaLabel = () => areaLabel(panel.area);
  const small = { fill: ink.subtle, fontSize: smallFontSize };
  return [
    Plot.rect(bars, {
      ...{ x1: left, x2: right, y1: floor, y2: 'y', fill: toneFill(isQuiet ? 'muted' : 'main', frame) },
      title: (bar: Bar) => title(text.value(bar.value), bar),
      ariaLabel
    }),
    Plot.rect(gaps, {
      ...{ x1: left, x2: right, y1: floor, y2: 'y', fill: toneFill('missing', frame), stroke: ink.muted },
      title: (bar: Gap) => title(text.absence[bar.absence], bar),
      ariaLabel
    }),
    Plot.ruleY([floor], { y: floor, x1: corner.x, x2: corner.x + layout.width, stroke: ink.muted }),
    Plot.text(bars, {
      ...{ x: middle, y: ({ y }: Bar) => y - 9, fill: ink.text },
      text: ({ value }: Bar) => fitting(text.value(value), layout.bar, fontSize)
    }),
    layout.isTurned
      ? Plot.text(places, { ...small, x: middle, y: floor + 5, text: 'label', rotate: -90, textAnchor: 'end' })
      : Plot.text(places, {
          ...small,
          x: middle,
          y: floor + 13,
          text: (_, i: number) => axisLabel(labels, i, layout.bar)
        })
  ];
}

function fitting(label: string, width: number, size: number): string {
  return textWidth(label, size) <= width ? label : '';
}

/** Every label when they fit, else the first and the last alone. */
function axisLabel(labels: string[], i: number, width: number): string {
  const label = labels[i] ?? '';
  if (widestText(labels, smallFontSize) <= width) return label;
  return i === 0 || i === labels.length - 1 ? fitting(label, width * 1.9, smallFontSize) : '';
}
