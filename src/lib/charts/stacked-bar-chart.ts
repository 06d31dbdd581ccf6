import * as Plot from '@observablehq/plot';
import { isAbsent, type Absence } from './absence.ts';
import { areaLabel } from './draw.ts';
import { absenceMarks } from './absence-marks.ts';
import type { ChartText } from './chart-reading.ts';
import { endLabels, groupBars, type GroupBars } from './group-bars.ts';
import { keyLine } from './key-line.ts';
import { textWidth } from './text-width.ts';
import {
  fontSize,
  ink,
  patternDefs,
  tonedCategories,
  toneFill,
  toneLabel,
  type ChartCategory,
  type ChartFrame,
  type TonedCategory
} from './theme.ts';

/** A group with one count that may not be told has no bar: the others would tell it. */
export type StackedBarRow = { area?: string; group: string; category: string; count: number | Absence };

/** `whole` draws every bar as long as the next, so that the shares can be compared; `count` keeps the counts. */
export type StackedBarContent = {
  measure: string;
  rows: StackedBarRow[];
  categories: ChartCategory[];
  length: 'count' | 'whole';
};

export type StackedBarText = Pick<ChartText, 'absence' | 'base'> & {
  key: (label: string, total: number) => string;
  count: (count: number) => string;
  segment: (group: string, category: string, count: string) => string;
};

/** How long every bar is when they are made equally long. */
const whole = 100;

type Segment = {
  area: string | undefined;
  group: string;
  category: TonedCategory;
  count: number;
  start: number;
  end: number;
};
type Scene = { text: StackedBarText; frame: ChartFrame; bars: GroupBars };

/** Categories whose tone is no answer: they are in the bar, and not in the count of those who answered. */
export function isAnswer({ tone }: TonedCategory): boolean {
  return tone !== 'missing' && tone !== 'warning';
}

/** Counts per category and group, stacked in the categories' order from zero. */
export function stackedBarChart(content: StackedBarContent, text: StackedBarText, frame: ChartFrame): Plot.PlotOptions {
  const { rows } = content;
  const toned = tonedCategories(content.categories);
  const segments = stack(content, toned);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const absent = groups.flatMap((group) => absenceOf(rows, group));
  const totals = groups
    .filter((group) => !absent.some((row) => row.group === group))
    .map((group) => groupTotal(segments, group, text));
  const key = keyLine(
    toned.map(({ id, label, tone }) => ({ tone, label: keyLabel(rows, { id, label }, text) })),
    frame
  );
  const bars = groupBars(
    {
      groups,
      endLabels: totals.map(({ label }) => label),
      max: content.length === 'whole' ? whole : Math.max(0, ...totals.map(({ end }) => end)),
      top: key.height
    },
    frame
  );
  const tones = toned.map(({ tone }) => tone);
  return {
    ...bars.options,
    marks: [
      patternDefs(absent.length > 0 ? [...tones, 'missing'] : tones, frame),
      key.mark,
      ...bars.marks,
      ...toned.flatMap((category) => categoryMarks(segments, category, { text, frame, bars })),
      ...absenceMarks(absent, { y: 'group', dy: bars.middle, label: ({ absence }) => text.absence[absence] }, frame),
      endLabels(totals, bars)
    ]
  };
}

function keyLabel(rows: StackedBarRow[], { id, label }: { id: string; label: string }, text: StackedBarText): string {
  const counts = rows.filter(({ category }) => category === id).map(({ count }) => count);
  const known = counts.filter((count) => !isAbsent(count));
  return known.length < counts.length ? label : text.key(label, sum(known));
}

function absenceOf(rows: StackedBarRow[], group: string): { group: string; absence: Absence }[] {
  const absence = rows
    .filter((row) => row.group === group)
    .map(({ count }) => count)
    .find(isAbsent);
  return absence ? [{ group, absence }] : [];
}

function stack({ rows, length }: StackedBarContent, categories: TonedCategory[]): Segment[] {
  const unknown = rows.find(({ category }) => !categories.some(({ id }) => id === category));
  if (unknown) throw new Error(`unknown category: ${unknown.category}`);
  const ends = new Map<string, number>();
  const scaleOf = (group: string) => {
    const own = rows.filter((row) => row.group === group).map(({ count }) => count);
    if (own.some(isAbsent)) return null;
    return length === 'count' ? 1 : whole / Math.max(1, sum(own.filter((count) => !isAbsent(count))));
  };
  const scales = new Map(rows.map(({ group }) => [group, scaleOf(group)]));
  return categories.flatMap((category) =>
    rows
      .filter((row) => row.category === category.id)
      .flatMap(({ area, group, count }) => {
        const scale = scales.get(group) ?? null;
        if (scale === null || isAbsent(count) || count === 0) return [];
        const start = ends.get(group) ?? 0;
        ends.set(group, start + count * scale);
        return [{ area, group, category, count, start, end: start + count * scale }];
      })
  );
}

function groupTotal(segments: Segment[], group: string, text: StackedBarText) {
  const own = segments.filter((segment) => segment.group === group);
  const answered = own.filter(({ category }) => isAnswer(category));
  const counts = (of: Segment[]) => sum(of.map(({ count }) => count));
  return { group, end: Math.max(0, ...own.map(({ end }) => end)), label: text.base(counts(answered), counts(own)) };
}

function categoryMarks(segments: Segment[], category: TonedCategory, { text, frame, bars }: Scene): Plot.Markish[] {
  const { id, tone, label } = category;
  const own = segments.filter((segment) => segment.category.id === id);
  const fits = ({ count, start, end }: Segment) =>
    (end - start) * bars.pixelsPerUnit >= textWidth(text.count(count), fontSize) + 2;
  const edge = { stroke: tone === 'missing' ? ink.muted : ink.surface };
  const place = { x: (s: Segment) => (s.start + s.end) / 2, y: 'group', dy: bars.middle };
  return [
    Plot.barX(own, {
      ...{ y: 'group', x1: 'start', x2: 'end', fill: toneFill(tone, frame), ...edge, ...bars.inset },
      ariaLabel: ({ area }: Segment) => areaLabel(area),
      title: ({ group, count }: Segment) => text.segment(group, label, text.count(count))
    }),
    Plot.text(own.filter(fits), { ...place, ...toneLabel(tone), text: ({ count }: Segment) => text.count(count) })
  ];
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
