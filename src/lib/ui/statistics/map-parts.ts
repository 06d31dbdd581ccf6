import { hexMapChart } from '#lib/charts/hex-map-chart.ts';
import { renderChart } from '#lib/charts/svg.ts';
import { tonedCategories, type ChartCategory } from '#lib/charts/theme.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { baseOf, labelledCategories, type ChartInput, type ChartPart } from './chart-parts.ts';
import { cellOf } from './scene.ts';
import { categoryLabels, wordsOf } from './words.ts';

/** The map of who has answered. */
export function statusMapPart(input: ChartInput): ChartPart {
  const { rows, scene } = input;
  const text = wordsOf(scene);
  const tones = { answered: 'main', covered_by_host: 'second', declined: 'third', missing: 'missing' } as const;
  const categories = categoryLabels('answer_status', scene).map((category) => ({
    ...category,
    tone: tones[category.id as keyof typeof tones]
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
  const text = wordsOf(scene);
  const answered = cellOf(rows, 'web_info')?.reported ?? 0;
  const planned = cellOf(rows, 'web_info', { category: 'planned' })?.value ?? 0;
  return mapPart(input, {
    id: 'kart-nett',
    indicator: 'web_info',
    title: answered === 0 ? text.findings.nobody : text.findings.webMap(planned),
    measure: text.measures.webMap,
    categories: labelledCategories('web_info', scene)
  });
}

type Map = { id: string; indicator: string; title: string; measure: string; categories: ChartCategory[] };

function mapPart({ rows, scene, document }: ChartInput, map: Map): ChartPart {
  const text = wordsOf(scene);
  const chosen = new Map(
    rows.municipalityFigures
      .filter((figure) => figure.indicator === map.indicator)
      .map((figure) => [figure.municipalityNo, figure.category ?? 'not_given'])
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
