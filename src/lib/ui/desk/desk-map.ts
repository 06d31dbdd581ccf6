import { hexMapChart } from '#lib/charts/hex-map-chart.ts';
import { renderChart } from '#lib/charts/svg.ts';
import { tonedCategories } from '#lib/charts/theme.ts';
import type { Reason } from '#lib/domain/attention.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { ChartPart } from '#lib/ui/statistics/chart-parts.ts';

/** A municipality with its place on the map of hexagons. */
export type DeskTile = {
  number: string;
  name: string;
  county: string;
  x: number;
  y: number;
  reasons: readonly Reason[];
};

type Category = 'silence' | 'promise' | 'other' | 'well';
const tones = { silence: 'missing', promise: 'warning', other: 'second', well: 'main' } as const;

/** The map of what the municipalities need attention for, each by its gravest reason. */
export function deskMapPart(towns: readonly DeskTile[], language: Language, document: Document): ChartPart {
  const text = messagesIn(language).desk;
  const tiles = towns.map(({ reasons, ...tile }) => ({ ...tile, category: categoryOf(reasons[0]) }));
  const ids = (Object.keys(tones) as Category[]).filter((id) => tiles.some(({ category }) => category === id));
  const categories = ids.map((id) => ({ id, label: text.map.category[id], tone: tones[id] }));
  const counted = tonedCategories(categories).map(({ id, label, tone }) => ({
    ...{ label, tone },
    count: tiles.filter(({ category }) => category === id).length
  }));
  const title = text.map.title(tiles.filter(({ category }) => category !== 'well').length, tiles.length);
  return {
    ...{ id: 'kart-oppfolging', title, measure: text.map.measure },
    base: text.found(tiles.length, tiles.length),
    key: counted.map(({ label, count, tone }) => ({ label: text.map.key(label, count), tone })),
    svg: renderChart(hexMapChart(tiles, categories, text.map, { id: 'kart-oppfolging' }), document, { title }),
    table: {
      caption: text.map.measure,
      columns: [text.why, text.map.number],
      rows: counted.map(({ label, count }) => ({ header: label, cells: [formatNumber(count, language)] }))
    }
  };
}

function categoryOf(reason: Reason | undefined): Category {
  switch (reason?.kind) {
    case undefined:
      return 'well';
    case 'silent':
    case 'silent_once':
    case 'declined':
      return 'silence';
    case 'promise_broken':
    case 'promise_overdue':
    case 'plan_overdue':
      return 'promise';
    case 'none_met':
    case 'missing':
    case 'call_due':
      return 'other';
  }
}
