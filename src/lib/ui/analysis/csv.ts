import Papa from 'papaparse';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisInput } from './scene.ts';
import { ratioOf } from './estimate.ts';
import { absenceText, areasOf, columnsOf, figureIn, type FigureCell, type FigureColumn } from './table.ts';
import { categoriesIn } from './words.ts';

const headings = [
  'indicator',
  'measure',
  'round',
  'dimension',
  'area',
  'part',
  'category',
  'value',
  'low',
  'high',
  'status',
  'numerator',
  'denominator',
  'reported',
  'expected',
  'population',
  'populationReported',
  'kind'
] as const;
const baseKeys = ['reported', 'expected', 'population', 'populationReported'] as const;
const byteOrderMark = '\uFEFF';

/** What the page shows, one line a figure, for Norwegian Excel; a figure that is none is empty, with its reason as status. */
export function analysisCsv(input: AnalysisInput): string {
  const { csv, whole } = messagesIn(input.scene.language).analysis;
  const areas = [...areasOf(input), { id: null, label: whole }];
  const lines = columnsOf(input).flatMap((column) => areas.map((area) => csvLine(input, area, column)));
  const table = [headings.map((heading) => csv[heading]), ...lines];
  return `${byteOrderMark}${Papa.unparse(table, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function csvLine(input: AnalysisInput, area: { id: string | null; label: string }, column: FigureColumn): string[] {
  const { scene, analysis } = input;
  const text = messagesIn(scene.language);
  const { synthetic, publishedData } = text.statistics;
  const kinds = { synthetic, published: publishedData, reported: '' };
  const round = scene.rounds.find(({ id }) => id === column.round);
  return [
    indicatorOf(analysis.indicator).name[scene.language],
    text.analysis.measures[analysis.measure],
    round?.name ?? column.round,
    text.analysis.dimensions[analysis.dimension],
    area.label,
    partLabel(input, column),
    categoriesIn(analysis.indicator, scene).find(({ id }) => id === column.category)?.label ?? '',
    ...figureTexts(input, figureIn(input, area.id, column)),
    kinds[round?.dataKind ?? 'reported']
  ];
}

/** Value, limits, status and base; a category's base is that of its whole indicator in the same place. */
function figureTexts(input: AnalysisInput, figure: FigureCell): string[] {
  const { cell, whole, estimate } = figure;
  const { csv } = messagesIn(input.scene.language).analysis;
  const ratio = cell && ratioOf(cell, whole ?? cell, input.analysis.measure);
  return [
    ...[estimate?.value, estimate?.low, estimate?.high].map(decimal),
    estimate ? csv.shown : absenceText(figure, input),
    ...[ratio?.events, ratio?.base].map(decimal),
    ...baseKeys.map((key) => decimal(whole?.[key]))
  ];
}

function partLabel({ scene, analysis }: AnalysisInput, { part }: FigureColumn): string {
  if (analysis.columns === null) return '';
  const found = scene.areas[analysis.columns].find(({ id }) => id === part);
  return found?.label ?? messagesIn(scene.language).analysis.whole;
}

/** At most four decimals. */
function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(Math.round(value * 10_000) / 10_000).replace('.', ',');
}
