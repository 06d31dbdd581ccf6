import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { ratioOf } from './estimate.ts';
import { fileNumber, type FileCell } from './file-lines.ts';
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

/** What the page shows, one line a figure after a line of headings; where there is none, the status says why. */
export function figureLines(input: AnalysisInput): FileCell[][] {
  const { csv, whole } = messagesIn(input.scene.language).analysis;
  const areas = [...areasOf(input), { id: null, label: whole }];
  const lines = columnsOf(input).flatMap((column) => areas.map((area) => lineOf(input, area, column)));
  return [headings.map((heading) => csv[heading]), ...lines];
}

function lineOf(input: AnalysisInput, area: { id: string | null; label: string }, column: FigureColumn): FileCell[] {
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
    categoriesIn(analysis.indicator, scene).find(({ id }) => id === column.category)?.label ?? null,
    ...figureCells(input, figureIn(input, area.id, column)),
    dataKindChips(round?.sources ?? [], scene.language).join() || null
  ];
}

/** Value, limits, status and base; a category's base is that of its whole indicator in the same place. */
function figureCells(input: AnalysisInput, figure: FigureCell): FileCell[] {
  const { cell, whole, estimate } = figure;
  const { csv } = messagesIn(input.scene.language).analysis;
  const ratio = cell && ratioOf(cell, whole ?? cell, input.analysis.measure);
  return [
    ...[estimate?.value, estimate?.low, estimate?.high].map(fileNumber),
    estimate ? csv.shown : absenceText(figure, input),
    ...[ratio?.events, ratio?.base].map(fileNumber),
    ...baseKeys.map((key) => fileNumber(whole?.[key]))
  ];
}

function partLabel({ scene, analysis }: AnalysisInput, { part }: FigureColumn): string | null {
  if (analysis.columns === null) return null;
  const found = scene.areas[analysis.columns].find(({ id }) => id === part);
  return found?.label ?? messagesIn(scene.language).analysis.whole;
}
