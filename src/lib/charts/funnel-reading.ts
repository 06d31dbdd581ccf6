import { isAbsent, known } from './absence.ts';
import type { ChartReading } from './chart-reading.ts';
import { standingOf, type FunnelContent, type FunnelRow, type FunnelText } from './funnel-chart.ts';
import { inOrder } from './row-order.ts';

/** How many lie outside the limits of chance; where chance alone would give as many, the title says so. */
export function funnelReading({ rows, measure, tellingApart }: FunnelContent, text: FunnelText): ChartReading {
  const standings = known(rows, ({ figure }) => figure).map(({ value }) => standingOf(value));
  const outside = standings.filter((standing) => standing !== 'inside').length;
  const farOutside = standings.filter((standing) => standing.endsWith('998')).length;
  const byChance = Math.round(tellingApart.byChance);
  const isChance = tellingApart.verdict === 'chance' && outside > 0 && farOutside === 0;
  const title = isChance
    ? text.findingByChance(outside, standings.length)
    : text.finding(outside, farOutside, standings.length);
  const { columns } = text;
  return {
    title: standings.length === 0 ? text.nothing : title,
    base: text.base(standings.length, rows.length),
    description: text.description(standings.length),
    caution: outside === 0 || byChance === 0 ? null : text.byChance(byChance, standings.length),
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
