import { narrowing, type Analysis } from '#lib/domain/analysis.ts';
import { youngOf } from '#lib/domain/indicator.ts';
import { linkedViews } from '#lib/domain/picture.ts';
import { comparisonQuery, comparisonShape, type ComparisonRow } from './comparison.ts';
import type { Statement } from './cube.ts';
import { checkedRows } from './row-shape.ts';
import { seriesQuery, seriesShape, type SeriesRow } from './series.ts';

/** The rows of one view of the workbench; the series only where more than one round is chosen. */
export type AnalysisRows = { cells: ComparisonRow[]; series: SeriesRow[] };
export type Run = (statement: Statement) => Promise<unknown[]>;

/** Asks either engine for a view: one statement, and one more for the change over rounds. */
export async function readAnalysis(run: Run, analysis: Analysis): Promise<AnalysisRows> {
  const { indicator, measure, dimension, columns, rounds, filter, group, brush } = analysis;
  const within = narrowing({ brush, dimension, columns });
  const asked = { indicators: [indicator], dimension, columns, rounds, filter, group, within };
  const less = measure === 'rate_18_plus' ? youngOf(indicator) : null;
  const cells = await run(comparisonQuery({ ...asked, less }));
  const series = rounds.length > 1 ? await run(seriesQuery(asked)) : [];
  return { cells: checkedRows(cells, comparisonShape), series: checkedRows(series, seriesShape) };
}

/** The rows of the views that are drawn beside one, in the order of `linkedViews`. */
export async function readBeside(run: Run, analysis: Analysis): Promise<AnalysisRows[]> {
  const beside: AnalysisRows[] = [];
  for (const view of linkedViews(analysis)) beside.push(await readAnalysis(run, view));
  return beside;
}

/** An engine that is asked each statement once: a view and those beside it may need the same. */
export function askedOnce(run: Run): Run {
  const answers = new Map<string, Promise<unknown[]>>();
  return (statement) => {
    const name = JSON.stringify(statement);
    const answer = answers.get(name) ?? run(statement);
    answers.set(name, answer);
    return answer;
  };
}
