import Papa from 'papaparse';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisInput } from './scene.ts';
import { absenceText, areasOf, columnsOf, figureIn } from './table.ts';
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
const byteOrderMark = '\uFEFF';

/** What the page shows, one line a figure, for Norwegian Excel; a figure that is none is empty, with its reason as status. */
export function analysisCsv(input: AnalysisInput): string {
  const { scene, analysis } = input;
  const text = messagesIn(scene.language);
  const { csv, whole, measures, dimensions } = text.analysis;
  const { synthetic, publishedData } = text.statistics;
  const kinds = { synthetic, published: publishedData, reported: '' };
  const areas = [...areasOf(input), { id: null, label: whole }];
  const partLabel = (id: string | null) =>
    scene.areas[analysis.columns ?? 'county'].find((area) => area.id === id)?.label ?? whole;
  const lines = columnsOf(input).flatMap((column) =>
    areas.map((area) => {
      const figure = figureIn(input, area.id, column);
      const { cell, estimate } = figure;
      const round = scene.rounds.find(({ id }) => id === column.round);
      return [
        indicatorOf(analysis.indicator).name[scene.language],
        measures[analysis.measure],
        round?.name ?? column.round,
        dimensions[analysis.dimension],
        area.label,
        analysis.columns === null ? '' : partLabel(column.part),
        categoriesIn(analysis.indicator, scene).find(({ id }) => id === column.category)?.label ?? '',
        ...[estimate?.value, estimate?.low, estimate?.high].map(decimal),
        estimate ? csv.shown : absenceText(figure, input),
        ...[cell?.numerator, cell?.denominator].map(decimal),
        ...[figure.whole?.reported, figure.whole?.expected].map(decimal),
        ...[figure.whole?.population, figure.whole?.populationReported].map(decimal),
        kinds[round?.dataKind ?? 'reported']
      ];
    })
  );
  const table = [headings.map((heading) => csv[heading]), ...lines];
  return `${byteOrderMark}${Papa.unparse(table, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value).replace('.', ',');
}
