import * as Plot from '@observablehq/plot';
import { countyBars, endLabels, type CountyBars } from './county-bars.ts';
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

export type CategoryByCountyRow = { county: string; category: string; count: number };

export type CategoryByCountyText = {
  key: (label: string, total: number) => string;
  count: (count: number) => string;
  base: (answered: number, expected: number) => string;
};

type Segment = { county: string; category: TonedCategory; count: number; start: number; end: number };

/**
 * Municipalities per category and county, stacked in the categories' order; the tones `missing` and `warning` are
 * no answer to the question.
 */
export function categoryByCountyChart(
  rows: CategoryByCountyRow[],
  categories: ChartCategory[],
  text: CategoryByCountyText,
  frame: ChartFrame
): Plot.PlotOptions {
  const toned = tonedCategories(categories);
  const segments = stack(rows, toned);
  const counties = [...new Set(rows.map(({ county }) => county))];
  const totals = counties.map((county) => countyTotal(segments, county, text));
  const key = keyLine(
    toned.map(({ id, label, tone }) => ({ tone, label: text.key(label, sum(rows.filter((r) => r.category === id))) })),
    frame
  );
  const bars = countyBars(
    {
      counties,
      endLabels: totals.map(({ label }) => label),
      max: Math.max(0, ...totals.map(({ end }) => end)),
      top: key.height
    },
    frame
  );
  return {
    ...bars.options,
    marks: [
      patternDefs(
        toned.map(({ tone }) => tone),
        frame
      ),
      key.mark,
      ...bars.marks,
      ...toned.flatMap((category) => categoryMarks(segments, category, { text, frame, bars })),
      endLabels(totals, bars)
    ]
  };
}

function stack(rows: CategoryByCountyRow[], categories: TonedCategory[]): Segment[] {
  const unknown = rows.find(({ category }) => !categories.some(({ id }) => id === category));
  if (unknown) throw new Error(`unknown category: ${unknown.category}`);
  const ends = new Map<string, number>();
  return categories.flatMap((category) =>
    rows
      .filter((row) => row.category === category.id && row.count > 0)
      .map(({ county, count }) => {
        const start = ends.get(county) ?? 0;
        ends.set(county, start + count);
        return { county, category, count, start, end: start + count };
      })
  );
}

function countyTotal(segments: Segment[], county: string, text: CategoryByCountyText) {
  const own = segments.filter((segment) => segment.county === county);
  const expected = sum(own);
  const answered = sum(own.filter(({ category }) => category.tone !== 'missing' && category.tone !== 'warning'));
  return { county, end: expected, label: text.base(answered, expected) };
}

function categoryMarks(
  segments: Segment[],
  category: TonedCategory,
  { text, frame, bars }: { text: CategoryByCountyText; frame: ChartFrame; bars: CountyBars }
): Plot.Markish[] {
  const { id, tone } = category;
  const own = segments.filter((segment) => segment.category.id === id);
  const fits = ({ count }: Segment) => count * bars.pixelsPerUnit >= textWidth(text.count(count), fontSize) + 2;
  const edge = { stroke: tone === 'missing' ? ink.muted : ink.surface };
  const place = { x: (s: Segment) => (s.start + s.end) / 2, y: 'county', dy: bars.middle };
  return [
    Plot.barX(own, { y: 'county', x1: 'start', x2: 'end', fill: toneFill(tone, frame), ...edge, ...bars.inset }),
    Plot.text(own.filter(fits), { ...place, ...toneLabel(tone), text: ({ count }: Segment) => text.count(count) })
  ];
}

function sum(rows: { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
