import { isAbsent } from './absence.ts';
import type { ChartReading } from './chart-reading.ts';
import type { HeatContent, HeatRow, HeatText } from './heat-table.ts';
import { inOrder } from './row-order.ts';

/** Of indicators: how many rows have every figure. Of categories: the one that is largest in most rows. */
export function heatReading(content: HeatContent, text: HeatText): ChartReading {
  const { rows, columns, measure, order } = content;
  const complete = rows.filter((row) => columns.every((_, i) => !isAbsent(row.values[i] ?? 'missing'))).length;
  const some = rows.some(({ values }) => values.some((value) => !isAbsent(value)));
  const title =
    content.kind === 'categories'
      ? modeFinding(content, text)
      : text.finding.complete(complete, rows.length, columns.length);
  return {
    title: some && !isNobody(content) ? title : text.nothing,
    base: text.base(complete, rows.length),
    description: text.description(rows.length, columns.length),
    caution: null,
    table: {
      caption: measure,
      columns: [text.rowHeader, ...columns.map(({ label }) => label)],
      rows: inOrder(rows, order).map((row) => ({
        header: row.name,
        cells: columns.map(({ id }, i) => {
          const value = row.values[i] ?? 'missing';
          return isAbsent(value) ? text.absence[value] : text.cell(value, id);
        })
      }))
    }
  };
}

/** Whether it is counted that no row has anything in any category that is an answer. */
function isNobody({ rows, columns, kind }: HeatContent): boolean {
  const answers = columns.flatMap(({ isAnswer }, i) => (isAnswer === false ? [] : [i]));
  return kind === 'categories' && rows.every(({ values }) => answers.every((i) => values[i] === 0));
}

function modeFinding({ rows, columns }: HeatContent, text: HeatText): string {
  const answers = columns.flatMap(({ isAnswer }, i) => (isAnswer === false ? [] : [i]));
  const largest = rows.map((row) => largestColumn(row, answers));
  const counts = columns.map((_, i) => largest.filter((column) => column === i).length);
  const most = Math.max(0, ...counts);
  const leading = columns.filter((_, i) => counts[i] === most);
  const [first] = leading;
  if (most === 0 || leading.length > 1 || !first) return text.finding.noMode;
  return text.finding.mode(most, rows.length, first.label);
}

/** The column that is larger than all others of a row; null when two are alike or one is not told. */
function largestColumn({ values }: HeatRow, columns: number[]): number | null {
  const known = columns.map((i) => values[i] ?? 'missing').filter((value) => !isAbsent(value));
  const most = Math.max(0, ...known);
  if (known.length < columns.length || most === 0) return null;
  const largest = columns.filter((i) => values[i] === most);
  return largest.length === 1 ? (largest[0] ?? null) : null;
}
