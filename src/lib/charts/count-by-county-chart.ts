import * as Plot from '@observablehq/plot';
import { countyBars, endLabels } from './county-bars.ts';
import { ink, patternDefs, toneFill, type ChartFrame } from './theme.ts';

/** `value` null: no figure is known; 0 is a counted zero. */
export type CountByCountyRow = { county: string; value: number | null; reported: number; expected: number };

export type CountByCountyText = {
  value: (value: number, county: string) => string;
  base: (reported: number, expected: number) => string;
  noFigure: string;
};

const swatch = { symbol: 'square', r: 6.2, dx: 6 } as const;
const swatchSpace = 20;

/** A count per county with its base; a county without a figure is named so, never drawn as zero. */
export function countByCountyChart(
  rows: CountByCountyRow[],
  text: CountByCountyText,
  frame: ChartFrame
): Plot.PlotOptions {
  const known = rows.flatMap(({ county, value }) =>
    value === null ? [] : [{ county, end: value, label: text.value(value, county) }]
  );
  const unknown = rows.filter(({ value }) => value === null);
  const bars = countyBars(
    {
      counties: rows.map(({ county }) => county),
      bases: rows.map(({ reported, expected }) => text.base(reported, expected)),
      endLabels: known.map(({ label }) => label),
      max: Math.max(0, ...known.map(({ end }) => end)),
      top: 2
    },
    frame
  );
  const bar = { x: 'end', y: 'county', fill: toneFill('main', frame), ...bars.inset };
  const baseline = { stroke: ink.muted, y: 'county', x: 0, ...bars.inset };
  return {
    ...bars.options,
    marks: [
      unknown.length > 0 && patternDefs(['missing'], frame),
      ...bars.marks,
      Plot.barX(
        known.filter(({ end }) => end > 0),
        bar
      ),
      Plot.tickX(known, baseline),
      endLabels(known, bars),
      ...noFigureMarks(unknown, text.noFigure, bars.middle, frame)
    ].filter((mark) => mark !== false)
  };
}

function noFigureMarks(rows: CountByCountyRow[], noFigure: string, dy: number, frame: ChartFrame): Plot.Markish[] {
  if (rows.length === 0) return [];
  const place = { y: 'county', dy, frameAnchor: 'left', textAnchor: 'start' } as const;
  return [
    Plot.text(rows, { ...place, text: () => noFigure, dx: swatchSpace, fill: ink.subtle }),
    Plot.dot(rows, {
      ...swatch,
      y: 'county',
      dy,
      frameAnchor: 'left',
      fill: toneFill('missing', frame),
      stroke: ink.muted,
      strokeWidth: 1
    })
  ];
}
