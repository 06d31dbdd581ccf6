import { hexMapChart } from '#lib/charts/hex-map-chart.ts';
import { renderChart } from '#lib/charts/svg.ts';
import { tonedCategories, type ChartCategory } from '#lib/charts/theme.ts';
import { categoriesOf, indicatorOf } from '#lib/domain/indicator.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { baseOf, labelledCategories, type ChartInput, type ChartPart } from './chart-parts.ts';
import { cellOf } from './scene.ts';

/** The map of who has answered. */
export function statusMapPart(input: ChartInput): ChartPart {
  const { rows, scene } = input;
  const text = messagesIn(scene.language).statistics;
  const tones = { answered: 'main', covered_by_host: 'second', declined: 'third', missing: 'missing' } as const;
  const categories = categoriesOf(indicatorOf('answer_status'), scene.questionnaire).map(({ id, text: label }) => ({
    id,
    label: label[scene.language],
    tone: tones[id as keyof typeof tones]
  }));
  const missing = cellOf(rows, 'answer_status', { category: 'missing' })?.value ?? 0;
  return mapPart(input, {
    id: 'kart-svar',
    indicator: 'answer_status',
    title: text.findings.statusMap(missing),
    measure: text.measures.statusMap,
    categories
  });
}

/** The map of information on the municipalities' websites. */
export function webMapPart(input: ChartInput): ChartPart {
  const { rows, scene } = input;
  const text = messagesIn(scene.language).statistics;
  const planned = cellOf(rows, 'web_info', { category: 'planned' })?.value ?? 0;
  return mapPart(input, {
    id: 'kart-nett',
    indicator: 'web_info',
    title: text.findings.webMap(planned),
    measure: text.measures.webMap,
    categories: labelledCategories('web_info', scene)
  });
}

type Map = { id: string; indicator: string; title: string; measure: string; categories: ChartCategory[] };

function mapPart({ rows, scene, document }: ChartInput, map: Map): ChartPart {
  const text = messagesIn(scene.language).statistics;
  const chosen = new Map(
    rows.municipalityFigures
      .filter((figure) => figure.indicator === map.indicator)
      .map((figure) => [figure.municipalityNo, figure.category ?? 'missing'])
  );
  const countyNames = new Map(scene.counties.map(({ number, name }) => [number, name]));
  const tiles = scene.municipalities.map(({ number, name, countyNumber, x, y }) => ({
    number,
    name,
    x,
    y,
    county: countyNames.get(countyNumber) ?? countyNumber,
    category: chosen.get(number) ?? 'outside'
  }));
  const outside: ChartCategory = { id: 'outside', label: text.outside, tone: 'outside' };
  const used = [...map.categories, outside].filter(({ id }) => tiles.some(({ category }) => category === id));
  const counted = tonedCategories(used).map(({ id, label, tone }) => ({
    label,
    tone,
    count: tiles.filter(({ category }) => category === id).length
  }));
  return {
    id: map.id,
    title: map.title,
    measure: map.measure,
    base: baseOf(cellOf(rows, map.indicator), scene),
    key: counted.map(({ label, count, tone }) => ({ label: text.chart.key(label, count), tone })),
    svg: renderChart(hexMapChart(tiles, used, text.chart, { id: map.id }), document, { title: map.title }),
    table: {
      caption: map.measure,
      columns: [indicatorOf(map.indicator).name[scene.language], text.number],
      rows: counted.map(({ label, count }) => ({ header: label, cells: [formatNumber(count, scene.language)] }))
    }
  };
}
