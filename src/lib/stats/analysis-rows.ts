import { narrowing, type Analysis } from '#lib/domain/analysis.ts';
import { linkedViews } from '#lib/domain/picture.ts';
import { comparisonQuery, comparisonShape, type ComparisonRow } from './comparison.ts';
import type { Statement } from './cube.ts';
import { checkedRows } from './row-shape.ts';
import { seriesQuery, seriesShape, type SeriesRow } from './series.ts';

/** The rows of one view of the workbench; the series only where more than one round is chosen. */
export type AnalysisRows = { cells: ComparisonRow[]; series: SeriesRow[] };
/** The rows of a view and of those that are drawn beside it, in the order of `linkedViews`. */
export type LinkedRows = { rows: AnalysisRows; linked: AnalysisRows[] };

type Run = (statement: Statement) => Promise<unknown[]>;

/** Asks either engine for a view: one statement, and one more for the change over rounds. */
export async function readAnalysis(run: Run, analysis: Analysis): Promise<AnalysisRows> {
  const { indicator, dimension, columns, rounds, filter, group, brush } = analysis;
  const within = narrowing({ brush, dimension, columns });
  const asked = { indicators: [indicator], dimension, columns, rounds, filter, group, within };
  const cells = await run(comparisonQuery(asked));
  const series = rounds.length > 1 ? await run(seriesQuery(asked)) : [];
  return { cells: checkedRows(cells, comparisonShape), series: checkedRows(series, seriesShape) };
}

/** The same with the views beside it: one statement each, and none that was asked already. */
export async function readLinked(run: Run, analysis: Analysis): Promise<LinkedRows> {
  const answers = new Map<string, Promise<unknown[]>>();
  const runOnce: Run = (statement) => {
    const name = JSON.stringify(statement);
    const answer = answers.get(name) ?? run(statement);
    answers.set(name, answer);
    return answer;
  };
  const rows = await readAnalysis(runOnce, analysis);
  const linked: AnalysisRows[] = [];
  for (const view of linkedViews(analysis)) linked.push(await readAnalysis(runOnce, view));
  return { rows, linked };
}
