import { narrowing, type Analysis } from '#lib/domain/analysis.ts';
import { linkedViews } from '#lib/domain/picture.ts';
import { youngOf } from '#lib/domain/indicator.ts';
import { comparisonQuery, comparisonShape, type ComparisonRow } from './comparison.ts';
import { dividedRows, type LevelledRow } from './comparison-division.ts';
import type { Statement } from './cube.ts';
import { checkedRows } from './row-shape.ts';
import { seriesQuery, seriesShape, type SeriesRow } from './series.ts';

/** The rows of one view of the workbench; the series only where more than one round is chosen. */
export type AnalysisRows = { cells: ComparisonRow[]; series: SeriesRow[] };
export type Run = (statement: Statement) => Promise<unknown[]>;

/** Asks either engine for a view: one statement, and one more for the change over rounds. */
export async function readAnalysis(run: Run, analysis: Analysis): Promise<AnalysisRows> {
  return first(await readViews(run, [analysis]))[0];
}

/** The same, with the rows of the pictures beside it in the order of `linkedViews`, by the same statements. */
export async function readLinked(
  run: Run,
  analysis: Analysis
): Promise<{ rows: AnalysisRows; beside: AnalysisRows[] }> {
  const [rows, ...beside] = first(await readViews(run, [analysis, ...linkedViews(analysis)]));
  return { rows, beside };
}

/**
 * Asks either engine for views of the same figures, none across but the first: one statement for all, and one more for each
 * selection whose change over rounds is told.
 */
async function readViews(run: Run, views: readonly Analysis[]): Promise<AnalysisRows[]> {
  const [main, ...others] = views.map(askedOf);
  if (!main) return [];
  const beside = others.map((one) => ({ ...one, columns: null }));
  const comparison = { ...main, beside };
  const rows = await run(comparisonQuery(comparison));
  const cells =
    beside.length === 0
      ? [checkedRows(rows, comparisonShape)]
      : dividedRows(checkedRows<LevelledRow>(rows, { ...comparisonShape, level: 'number' }), comparison);
  const once = askedOnce(run);
  const read: AnalysisRows[] = [];
  for (const [index, asked] of [main, ...others].entries()) {
    const series = asked.rounds.length > 1 ? await once(seriesQuery(asked)) : [];
    read.push({ cells: cells[index] ?? [], series: checkedRows(series, seriesShape) });
  }
  return read;
}

function first(read: AnalysisRows[]): [AnalysisRows, ...AnalysisRows[]] {
  const [rows, ...others] = read;
  if (!rows) throw new Error('a view without rows');
  return [rows, ...others];
}

function askedOf({ indicator, measure, dimension, columns, rounds, filter, group, brush }: Analysis) {
  const within = narrowing({ brush, dimension, columns });
  const less = measure === 'rate_18_plus' ? youngOf(indicator) : null;
  return { indicators: [indicator], dimension, columns, rounds, filter, group, within, less };
}

/** An engine that is asked each statement once: several views may need the same. */
function askedOnce(run: Run): Run {
  const answers = new Map<string, Promise<unknown[]>>();
  return (statement) => {
    const name = JSON.stringify(statement);
    const answer = answers.get(name) ?? run(statement);
    answers.set(name, answer);
    return answer;
  };
}
