import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { csvFile, csvNumber } from '#lib/ui/csv-file.ts';
import { ratioOf } from './estimate.ts';
import type { AnalysisInput } from './scene.ts';
import { dataKindChips } from './selection.ts';
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

/** What the page shows, one line a figure, for Norwegian Excel; a figure that is none is empty, with its reason as status. */
export function analysisCsv(input: AnalysisInput): string {
  const { csv, whole } = messagesIn(input.scene.language).analysis;
  const areas = [...areasOf(input), { id: null, label: whole }];
  const lines = columnsOf(input).flatMap((column) => areas.map((area) => csvLine(input, area, column)));
  return csvFile([headings.map((heading) => csv[heading]), ...lines]);
}

function csvLine(input: AnalysisInput, area: { id: string | null; label: string }, column: FigureColumn): string[] {
  const { scene, analysis } = input;
  const text = messagesIn(scene.language);
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
    dataKindChips(round ? [round] : [], scene.language).join()
  ];
}

/** Value, limits, status and base; a category's base is that of its whole indicator in the same place. */
function figureTexts(input: AnalysisInput, figure: FigureCell): string[] {
  const { cell, whole, estimate } = figure;
  const { csv } = messagesIn(input.scene.language).analysis;
  const ratio = cell && ratioOf(cell, whole ?? cell, input.analysis.measure);
  return [
    ...[estimate?.value, estimate?.low, estimate?.high].map(csvNumber),
    estimate ? csv.shown : absenceText(figure, input),
    ...[ratio?.events, ratio?.base].map(csvNumber),
    ...baseKeys.map((key) => csvNumber(whole?.[key]))
  ];
}

function partLabel({ scene, analysis }: AnalysisInput, { part }: FigureColumn): string {
  if (analysis.columns === null) return '';
  const found = scene.areas[analysis.columns].find(({ id }) => id === part);
  return found?.label ?? messagesIn(scene.language).analysis.whole;
}
