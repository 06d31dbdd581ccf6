import * as Plot from '@observablehq/plot';
import { isAbsent } from './absence.ts';
import { areaLabel } from './draw.ts';
import { freeLabels, type LabelBox } from './free-labels.ts';
import type { FunnelRow, FunnelText, Standing } from './funnel-chart.ts';
import { fontSize, ink, smallFontSize, toneFill, toneInk, type ChartFrame } from './theme.ts';

type FunnelPoint = { row: FunnelRow; x: number; y: number; standing: Standing; title: string };
type FunnelArea = { left: number; right: number; top: number; bottom: number };
export type FunnelScene = {
  area: FunnelArea;
  x: (population: number) => number;
  y: (rate: number) => number;
  ticks: number[];
};

/** The rates as dots; those outside the limits have their own shape and, where there is room, their name. */
export function pointMarks(points: FunnelPoint[], { area }: FunnelScene): Plot.Markish[] {
  const areaOfPoint = ({ row }: FunnelPoint) => areaLabel(row.area);
  const far = (standing: Standing) => standing.endsWith('998');
  const mark = (own: FunnelPoint[], symbol: 'circle' | 'diamond' | 'triangle', fill: string, r: number) =>
    Plot.dot(own, {
      x: 'x',
      y: 'y',
      symbol,
      r,
      fill,
      stroke: ink.surface,
      strokeWidth: 1,
      title: 'title',
      ariaLabel: areaOfPoint
    });
  const named = points
    .filter(({ row, standing }) => row.isOwn || standing !== 'inside')
    .sort((a, b) => Number(b.row.isOwn ?? false) - Number(a.row.isOwn ?? false) || b.row.population - a.row.population)
    .map(({ row, x, y }) => ({ x, y, label: row.name }));
  const dots: LabelBox[] = points.map(({ x, y }) => ({ x: x - 4, y: y - 4, width: 8, height: 8 }));
  const labels = freeLabels(named, fontSize, { ...area, left: area.left + 2 }, dots);
  const groups = (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      labels.filter((label) => label.anchor === anchor),
      {
        x: 'labelX',
        y: 'labelY',
        text: 'label',
        textAnchor: anchor,
        fill: ink.text,
        stroke: ink.surface,
        strokeWidth: 4
      }
    )
  );
  return [
    mark(
      points.filter(({ standing }) => standing === 'inside'),
      'circle',
      ink.subtle,
      4
    ),
    mark(
      points.filter(({ standing }) => standing.endsWith('95')),
      'diamond',
      toneInk('main'),
      5.5
    ),
    mark(
      points.filter(({ standing }) => far(standing)),
      'triangle',
      toneInk('warning'),
      5.5
    ),
    ...groups
  ];
}

/** Those without a figure, hatched under the axis at their population. */
export function absentMarks(
  rows: FunnelRow[],
  { scene, text, frame }: { scene: FunnelScene; text: FunnelText; frame: ChartFrame }
): Plot.Markish[] {
  if (rows.length === 0) return [];
  const { area, x } = scene;
  const hatch = { fill: toneFill('missing', frame), stroke: ink.muted, strokeWidth: 1 };
  return [
    Plot.text([text.withoutFigure(rows.length)], {
      ...{
        x: area.left,
        y: area.bottom + 54,
        text: String,
        textAnchor: 'start',
        fill: ink.subtle,
        fontSize: smallFontSize
      }
    }),
    Plot.dot(rows, {
      ...{ x: ({ population }: FunnelRow) => x(population), y: area.bottom + 72, symbol: 'square', r: 5, ...hatch },
      ariaLabel: ({ area: own }: FunnelRow) => areaLabel(own),
      title: ({ name, figure }: FunnelRow) => text.absent(name, isAbsent(figure) ? text.absence[figure] : '')
    })
  ];
}
