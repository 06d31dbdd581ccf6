import * as Plot from '@observablehq/plot';
import { areaLabel } from './draw.ts';
import { absenceMarks } from './absence-marks.ts';
import { endLabels, groupBars } from './group-bars.ts';
import { ink, patternDefs, toneFill, type ChartFrame } from './theme.ts';

/** `value` null: no figure is known, for what `absence` says; 0 is a counted zero. `area` is what choosing the bar chooses. */
export type CountByCountyRow = {
  area?: string;
  county: string;
  value: number | null;
  absence?: string;
  reported: number;
  expected: number;
};

export type CountByCountyText = {
  value: (value: number, county: string) => string;
  base: (reported: number, expected: number) => string;
  noFigure: string;
  /** What is read of a bar; without it bars are not read one by one. */
  point?: (row: CountByCountyRow) => string;
};

/** A count per county with its base; a county without a figure is named so, never drawn as zero. */
export function countByCountyChart(
  rows: CountByCountyRow[],
  text: CountByCountyText,
  frame: ChartFrame
): Plot.PlotOptions {
  const known = rows.flatMap(({ area, county, value }) =>
    value === null ? [] : [{ area, group: county, end: value, label: text.value(value, county) }]
  );
  const unknown = rows.filter(({ value }) => value === null);
  const bars = groupBars(
    {
      groups: rows.map(({ county }) => county),
      bases: rows.map(({ reported, expected }) => text.base(reported, expected)),
      endLabels: known.map(({ label }) => label),
      max: Math.max(0, ...known.map(({ end }) => end)),
      top: 2
    },
    frame
  );
  const ariaLabel = ({ area }: { area: string | undefined }) => areaLabel(area);
  const bar = { ariaLabel, x: 'end', y: 'group', fill: toneFill('main', frame), ...bars.inset };
  const baseline = { stroke: ink.muted, y: 'group', x: 0, ...bars.inset };
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
      ...touchMarks(rows, Math.max(1, ...known.map(({ end }) => end)), text.point),
      ...absenceMarks(
        unknown,
        { y: 'county', dy: bars.middle, label: ({ absence }) => absence ?? text.noFigure },
        frame
      )
    ].filter((mark) => mark !== false)
  };
}

/** A whole row is read and chosen, also where the bar is short or there is none. */
function touchMarks(rows: CountByCountyRow[], max: number, point: CountByCountyText['point']): Plot.Markish[] {
  if (!point) return [];
  return [
    Plot.barX(rows, {
      ...{ y: 'county', x1: 0, x2: max, fill: 'transparent', insetTop: 2, insetBottom: 2 },
      title: point,
      ariaLabel: ({ area }: CountByCountyRow) => areaLabel(area)
    })
  ];
}
