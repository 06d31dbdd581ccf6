import { answeredByCountyChart } from '#lib/charts/answered-by-county-chart.ts';
import { countByCountyChart } from '#lib/charts/count-by-county-chart.ts';
import type { KeyItem } from '#lib/charts/key-line.ts';
import { stackedBarChart } from '#lib/charts/stacked-bar-chart.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import type { ChartCategory, ChartFrame, Tone } from '#lib/charts/theme.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { cellOf, type Rows, type Scene, type Table } from './scene.ts';
import { allCategoryLabels, categoryLabels, wordsOf } from './words.ts';

/** A chart with its finding as title, its measure, and the table behind it; `key` is empty where the chart holds it. */
export type ChartPart = {
  id: string;
  title: string;
  measure: string;
  base: string;
  /** What must be known before the chart is believed. */
  caution?: string;
  key: KeyItem[];
  svg: string;
  table: Table;
};

export type ChartInput = { rows: Rows; scene: Scene; counties: Scene['counties']; document: Document };
type Options = Parameters<typeof renderResponsiveChart>[0];

/** Municipalities that have answered, by county. */
export function answeredPart({ rows, scene, counties, document }: ChartInput): ChartPart {
  const text = wordsOf(scene);
  const number = (value: number) => formatNumber(value, scene.language);
  const total = cellOf(rows, 'answer_status');
  const byCounty = counties.map(({ number: county, name }) => {
    const cell = cellOf(rows, 'answer_status', { county });
    return { county: name, answered: cell?.reported ?? 0, expected: cell?.expected ?? 0, cell };
  });
  const title = text.findings.answered(total?.reported ?? 0, total?.expected ?? 0);
  const chart: Options = (frame: ChartFrame) => answeredByCountyChart(byCounty, text.chart, frame);
  return {
    id: 'svar',
    title,
    measure: text.measures.answered,
    base: baseOf(total, scene),
    key: [],
    svg: renderResponsiveChart(chart, 'svar', document, { title }),
    table: {
      caption: text.measures.answered,
      columns: [text.county, text.headline.answered, text.csv.expected, text.csv.populationReported],
      rows: byCounty.map(({ county, answered, expected, cell }) => ({
        header: county,
        cells: [
          number(answered),
          number(expected),
          text.populationShare(cell?.populationReported ?? 0, cell?.population ?? 0)
        ]
      }))
    }
  };
}

/** Cases received by county; null when the audience has no figures below the region. */
export function receivedPart({ rows, scene, counties, document }: ChartInput): ChartPart | null {
  const text = wordsOf(scene);
  if (scene.audience === 'public') return null;
  const total = cellOf(rows, 'cases_received');
  const byCounty = counties.map(({ number: county, name }) => {
    const cell = cellOf(rows, 'cases_received', { county });
    return { county: name, value: cell?.value ?? null, reported: cell?.reported ?? 0, expected: cell?.expected ?? 0 };
  });
  const hasFigure = total !== undefined && total.value !== null;
  const title = hasFigure ? text.findings.received(total.value ?? 0, total.reported) : text.findings.receivedNone;
  const chart: Options = (frame) =>
    countByCountyChart(byCounty, { value: text.chart.value, base: text.base, noFigure: text.noFigure }, frame);
  const { coveredElsewhere = 0 } = scene;
  const note = messagesIn(scene.language).coverage.statistics.elsewhere(coveredElsewhere);
  return {
    id: 'saker',
    title,
    measure: coveredElsewhere > 0 ? `${text.measures.received}. ${note}` : text.measures.received,
    base: baseOf(total, scene),
    key: [],
    svg: renderResponsiveChart(chart, 'saker', document, { title }),
    table: {
      caption: text.measures.received,
      columns: [text.county, text.headline.received, text.csv.reported],
      rows: byCounty.map(({ county, value, reported, expected }) => ({
        header: county,
        cells: [value === null ? text.noFigure : formatNumber(value, scene.language), text.base(reported, expected)]
      }))
    }
  };
}

/** Municipalities by the categories of an institutional indicator and county, those without an answer last. */
export function categoryPart(
  indicatorId: 'web_info' | 'organised_under',
  { rows, scene, counties, document }: ChartInput
): ChartPart {
  const text = wordsOf(scene);
  const indicator = indicatorOf(indicatorId);
  const countOf = (category: string, county: string | null) => {
    return cellOf(rows, indicatorId, { county, category })?.expected ?? 0;
  };
  const categories = labelledCategories(indicatorId, scene).filter(
    ({ id }) => id !== 'not_given' || countOf(id, null) > 0
  );
  const chartRows = counties.flatMap(({ number, name }) =>
    categories.map(({ id }) => ({ group: name, category: id, count: countOf(id, number) }))
  );
  const total = cellOf(rows, indicatorId);
  const title = categoryFinding(indicatorId, rows, scene);
  const measure = indicatorId === 'web_info' ? text.measures.web : text.measures.organised;
  const { absence, stackedBar } = messagesIn(scene.language).charts;
  const chartText = { ...stackedBar, absence, key: text.chart.key, count: text.chart.count, base: text.base };
  return {
    id: indicator.slug ?? indicator.id,
    title,
    measure,
    base: baseOf(total, scene),
    key: [],
    svg: renderResponsiveChart(
      (frame) => stackedBarChart({ measure, rows: chartRows, categories, length: 'count' }, chartText, frame),
      indicator.slug ?? indicator.id,
      document,
      { title }
    ),
    table: {
      caption: measure,
      columns: [text.county, ...categories.map(({ label }) => label)],
      rows: [...counties, { number: null, name: text.total }].map(({ number, name }) => ({
        header: name,
        cells: categories.map(({ id }) => formatNumber(countOf(id, number), scene.language))
      }))
    }
  };
}

/** The categories of an indicator as they are drawn: "no" is quiet, "do not know" dotted, "not answered" hatched. */
export function labelledCategories(
  indicatorId: string,
  scene: Parameters<typeof allCategoryLabels>[1]
): ChartCategory[] {
  const tones: Record<string, Tone> = { no: 'muted', not_given: 'warning', missing: 'missing' };
  return allCategoryLabels(indicatorId, scene).map((category) => {
    const tone = tones[category.id];
    return tone ? { ...category, tone } : category;
  });
}

/** "42 of 66 municipalities, 79 % of the inhabitants", or nothing when there is no cell. */
export function baseOf(cell: ReturnType<typeof cellOf>, scene: Scene): string {
  const text = wordsOf(scene);
  if (!cell) return '';
  return `${text.base(cell.reported, cell.expected)}, ${text.populationShare(cell.populationReported, cell.population)}`;
}

function categoryFinding(indicatorId: 'web_info' | 'organised_under', rows: Rows, scene: Scene): string {
  const { findings } = wordsOf(scene);
  const answered = cellOf(rows, indicatorId)?.reported ?? 0;
  if (answered === 0) return findings.nobody;
  if (indicatorId === 'web_info')
    return findings.web(cellOf(rows, indicatorId, { category: 'yes' })?.value ?? 0, answered);
  const largest = categoryLabels(indicatorId, scene)
    .map(({ id, label }) => ({
      label,
      count: cellOf(rows, indicatorId, { category: id })?.value ?? 0
    }))
    .reduce((most, category) => (category.count > most.count ? category : most));
  return findings.category(largest.count, answered, largest.label);
}
