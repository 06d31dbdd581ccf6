import type { ChartReading } from '#lib/charts/chart-reading.ts';
import { renderChart, renderResponsiveChart } from '#lib/charts/svg.ts';
import { wideWidth } from '#lib/charts/theme.ts';
import type { ChartPart } from './chart-parts.ts';

type Chart = Parameters<typeof renderResponsiveChart>[0];

/** A chart and what it says in words, as a figure of a page; `once` draws one picture for every width, as maps need. */
export function comparisonPart(
  id: string,
  reading: ChartReading,
  { chart, once = false }: { chart: Chart; once?: boolean },
  document: Document
): ChartPart {
  const { title, description, base, caution, table } = reading;
  const label = { title, description };
  return {
    id,
    title,
    base,
    measure: table.caption,
    ...(caution === null ? {} : { caution }),
    key: [],
    svg: once
      ? renderChart(chart({ id, width: wideWidth }), document, label)
      : renderResponsiveChart(chart, id, document, label),
    table
  };
}
