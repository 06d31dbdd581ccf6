import { isAbsent, known } from './absence.ts';
import type { ChartReading } from './chart-reading.ts';
import { standingOf, type FunnelContent, type FunnelRow, type FunnelText } from './funnel-chart.ts';
import { inOrder } from './row-order.ts';

/** How many of all lie outside the 95 % limits when nothing but chance is at work. */
const chance = 0.05;

/** How many lie outside the limits of chance, and whether anybody can be told apart at all. */
export function funnelReading({ rows, measure }: FunnelContent, text: FunnelText): ChartReading {
  const standings = known(rows, ({ figure }) => figure).map(({ value }) => standingOf(value));
  const outside = standings.filter((standing) => standing !== 'inside').length;
  const farOutside = standings.filter((standing) => standing.endsWith('998')).length;
  const { columns } = text;
  return {
    title: standings.length === 0 ? text.nothing : text.finding(outside, farOutside, standings.length),
    base: text.base(standings.length, rows.length),
    description: text.description(standings.length),
    caution: outside === 0 ? null : text.byChance(Math.round(standings.length * chance), standings.length),
    table: {
      caption: measure,
      columns: [columns.name, columns.population, columns.rate, columns.low, columns.high, columns.standing],
      rows: inOrder(rows, 'population').map((row) => ({
        header: row.name,
        cells: [text.inhabitants(row.population), ...figureCells(row, text)]
      }))
    }
  };
}

function figureCells({ figure }: FunnelRow, text: FunnelText): string[] {
  if (isAbsent(figure)) return Array<string>(4).fill(text.absence[figure]);
  const { rate, limits } = figure;
  return [text.value(rate), text.value(limits.low95), text.value(limits.high95), text.standing[standingOf(figure)]];
}
