import { isAbsent, known } from './absence.ts';
import type { ChartReading } from './chart-reading.ts';
import type { DotIntervalContent, DotIntervalText } from './dot-interval-chart.ts';
import { inOrder } from './row-order.ts';

/** Who stands clearly above or below the mean: those whose whole interval does. */
export function dotIntervalReading(content: DotIntervalContent, text: DotIntervalText): ChartReading {
  const { rows, mean, measure, order } = content;
  const estimates = known(rows, ({ estimate }) => estimate).map(({ value }) => value);
  const above = mean === null ? 0 : estimates.filter(({ low }) => low > mean).length;
  const below = mean === null ? 0 : estimates.filter(({ high }) => high < mean).length;
  const { columns } = text;
  return {
    title: estimates.length === 0 ? text.nothing : text.finding(above, below, estimates.length),
    base: text.base(estimates.length, rows.length),
    description: text.description(estimates.length),
    caution: null,
    table: {
      caption: measure,
      columns: [columns.name, columns.estimate, columns.low, columns.high, columns.raw],
      rows: inOrder(rows, order).map(({ name, estimate }) => ({
        header: name,
        cells: isAbsent(estimate)
          ? Array<string>(4).fill(text.absence[estimate])
          : [estimate.value, estimate.low, estimate.high, estimate.raw ?? estimate.value].map(text.value)
      }))
    }
  };
}
