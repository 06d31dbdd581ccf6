import { isAbsent, known } from './absence.ts';
import type { ChartReading } from './chart-reading.ts';
import { standingOf, type FunnelContent, type FunnelRow, type FunnelText, type Standing } from './funnel-chart.ts';
import { inOrder } from './row-order.ts';

/** How many lie outside the limits, what those limits leave room for, and how many would be outside by chance. */
export function funnelReading(content: FunnelContent, text: FunnelText): ChartReading {
  const { rows, measure } = content;
  const standings = known(rows, ({ figure }) => figure).map(({ value }) => standingOf(value));
  const { columns } = text;
  return {
    title: standings.length === 0 ? text.nothing : findingOf(standings, content, text),
    base: text.base(standings.length, rows.length),
    description: text.description(standings.length),
    caution: standings.length === 0 ? null : cautionOf(standings, content, text),
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

function findingOf(standings: Standing[], { tellingApart, limits }: FunnelContent, text: FunnelText): string {
  const { outside, farOutside } = outsideOf(standings);
  const all = standings.length;
  if (tellingApart.verdict === 'chance' && outside > 0 && farOutside === 0)
    return text.findingByChance[limits](outside, all);
  return outside === 0 && limits === 'spread' ? text.findingOfSpread(all) : text.finding(outside, farOutside, all);
}

function cautionOf(standings: Standing[], { tellingApart, limits }: FunnelContent, text: FunnelText): string {
  const byChance = Math.round(tellingApart.byChance);
  const isSaid = outsideOf(standings).outside > 0 && byChance > 0;
  return [text.limits[limits], ...(isSaid ? [text.byChance(byChance, standings.length)] : [])].join(' ');
}

function outsideOf(standings: Standing[]): { outside: number; farOutside: number } {
  return {
    outside: standings.filter((standing) => standing !== 'inside').length,
    farOutside: standings.filter((standing) => standing.endsWith('998')).length
  };
}

function figureCells({ figure }: FunnelRow, text: FunnelText): string[] {
  if (isAbsent(figure)) return Array<string>(4).fill(text.absence[figure]);
  const { rate, limits } = figure;
  return [text.value(rate), text.value(limits.low95), text.value(limits.high95), text.standing[standingOf(figure)]];
}
