import { intervalRowsChart } from '#lib/charts/interval-rows-chart.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import type { Language } from '#lib/domain/language.ts';
import { ownStanding, type CountOf } from '#lib/domain/own-standing.ts';
import { formatRate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';

/** What the page says of one's own cases per inhabitant beside the region's. `svg` and `table` are null without an own figure. */
export type StandingPart = { finding: string; caution: string | null; svg: string | null; table: Table | null };
type Standing = { own: CountOf | null; region: CountOf | null; name: string; regionName: string };

/** Makes it, drawn with the document; the region's figure is left out while the public may not see it. */
export function standingPart(
  { own, region, name, regionName }: Standing,
  language: Language,
  document: Document
): StandingPart {
  const text = messagesIn(language).ownPage.standing;
  const standing = ownStanding(own, region);
  const figures = [
    { name, isOwn: true, rate: standing.own },
    { name: regionName, isOwn: false, rate: standing.region }
  ];
  const rows = figures.flatMap(({ rate, ...row }) => (rate ? [{ ...row, ...rate }] : []));
  const value = (rate: number) => formatRate(rate, language);
  const isAlone = standing.verdict === 'unknown' && standing.region !== null;
  const finding = standing.own === null ? text.noOwn : text.finding[isAlone ? 'alone' : standing.verdict];
  const isTold = standing.own !== null && (standing.verdict === 'more' || standing.verdict === 'fewer');
  if (standing.own === null) return { finding, caution: null, svg: null, table: null };
  const words = {
    tick: value,
    interval: (rate: { value: number; low: number; high: number }) =>
      text.interval(value(rate.value), value(rate.low), value(rate.high))
  };
  return {
    finding,
    caution: isTold ? text.byChance : null,
    svg: renderResponsiveChart((frame) => intervalRowsChart(rows, words, frame), 'standing', document, {
      title: finding,
      description: rows.map((row) => `${row.name}: ${words.interval(row)}.`).join(' ')
    }),
    table: {
      caption: text.measure,
      columns: [text.area, text.rate, text.low, text.high],
      rows: rows.map((row) => ({ header: row.name, cells: [value(row.value), value(row.low), value(row.high)] }))
    }
  };
}
