import * as Plot from '@observablehq/plot';
import { groupBars } from './group-bars.ts';
import { fontSize, ink, toneFill, type ChartFrame } from './theme.ts';

/** What is counted (`isCounted`), or an estimate: a value, a range, or a bound below only. `label` says it in words. */
export type EstimateRow = {
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
  label: string;
  isCounted: boolean;
};

/** What is counted as a full bar, estimates as pale ones with their ranges, and a line where the counted ends. */
export function estimateChart(rows: readonly EstimateRow[], frame: ChartFrame): Plot.PlotOptions {
  const bars = groupBars(
    {
      groups: rows.map(({ name }) => name),
      endLabels: rows.map(({ label }) => label),
      max: Math.max(0, ...rows.map(endOf)),
      top: 4
    },
    frame
  );
  const counted = rows.filter(({ isCounted }) => isCounted);
  const estimated = rows.filter(({ isCounted }) => !isCounted);
  const ranges = estimated.filter(({ low, high }) => low !== null && high !== null);
  const place = { y: 'name', dy: bars.middle };
  const thin = { insetTop: bars.inset.insetTop + 4, insetBottom: bars.inset.insetBottom + 4 };
  return {
    ...bars.options,
    marks: [
      ...bars.marks,
      Plot.barX(counted, { y: 'name', x1: 0, x2: 'value', fill: toneFill('main', frame), ...bars.inset }),
      Plot.barX(estimated, {
        ...{ y: 'name', x1: 0, x2: (row: EstimateRow) => row.value ?? row.low ?? 0 },
        ...{ fill: toneFill('muted', frame), stroke: ink.muted, ...thin }
      }),
      Plot.ruleX(counted, { x: 'value', stroke: ink.text, strokeDasharray: '3 3' }),
      Plot.ruleY(ranges, { ...place, x1: 'low', x2: 'high', stroke: ink.text, strokeWidth: 3 }),
      Plot.tickX(
        ranges.flatMap(({ name, low, high }) => [low, high].map((x) => ({ name, x }))),
        { x: 'x', y: 'name', stroke: ink.text, strokeWidth: 2, ...thin }
      ),
      Plot.text(rows, {
        ...{ x: endOf, text: 'label', textAnchor: 'start', dx: 6, ...place },
        ...{ fill: ink.text, fontSize, stroke: ink.surface, strokeWidth: 4 },
        fontWeight: 600
      })
    ]
  };
}

function endOf({ value, low, high }: EstimateRow): number {
  return Math.max(value ?? 0, low ?? 0, high ?? 0);
}
