import type { Analysis } from '#lib/domain/analysis.ts';
import { comparisonQuery, comparisonShape, type ComparisonRow } from './comparison.ts';
import type { Statement } from './cube.ts';
import { checkedRows } from './row-shape.ts';
import { seriesQuery, seriesShape, type SeriesRow } from './series.ts';

/** The rows of one view of the workbench; the series only where more than one round is chosen. */
export type AnalysisRows = { cells: ComparisonRow[]; series: SeriesRow[] };

/** Asks either engine for a view: one statement, and one more for the change over rounds. */
export async function readAnalysis(
  run: (statement: Statement) => Promise<unknown[]>,
  { indicator, ...analysis }: Analysis
): Promise<AnalysisRows> {
  const asked = { ...analysis, indicators: [indicator] };
  const cells = await run(comparisonQuery(asked));
  const series = analysis.rounds.length > 1 ? await run(seriesQuery(asked)) : [];
  return { cells: checkedRows(cells, comparisonShape), series: checkedRows(series, seriesShape) };
}
