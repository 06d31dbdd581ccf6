import { measuresOf } from '#lib/domain/analysis.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { formatShare, sentenceCase } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Messages } from '#lib/i18n/nb.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import { analysisChart } from './chart.ts';
import { estimateOf, tooFew } from './estimate.ts';
import { cellOf, chosenRounds, shownRound, type AnalysisInput } from './scene.ts';
import { dataKindChips, selectionText } from './selection.ts';
import { seriesPart, type SeriesPart } from './series.ts';
import { areasOf, analysisTable } from './table.ts';
import { estimateText } from './words.ts';

/** Everything on the page that follows the choices, ready to be shown; `svg` is null where nobody is in the selection. */
export type AnalysisView = {
  title: string;
  measure: string;
  base: string;
  chips: string[];
  notes: string[];
  svg: string | null;
  table: Table;
  series: SeriesPart | null;
  source: string;
};

/** Makes the page's body from the rows of either engine; the document is where the chart is drawn. */
export function analysisView(input: AnalysisInput, document: Document): AnalysisView {
  const { rows, scene, analysis } = input;
  const text = messagesIn(scene.language).analysis;
  const round = shownRound(input);
  const whole = cellOf(rows, { round: round.id });
  const title = findingOf(input, text);
  return {
    title,
    measure: measureLine(input, text),
    base: whole ? text.base(whole.reported, whole.expected) : '',
    chips: chipsOf(input),
    notes: notesOf(input, text),
    svg: whole ? analysisChart(input, title, document) : null,
    table: analysisTable(input),
    series: analysis.rounds.length > 1 ? seriesPart(input) : null,
    source: text.source(
      chosenRounds(scene, analysis)
        .map(({ name }) => name)
        .join(', ')
    )
  };
}

function findingOf(input: AnalysisInput, text: Messages['analysis']): string {
  const { rows, scene, analysis } = input;
  const indicator = indicatorOf(analysis.indicator);
  const [name, dimension] = [indicator.name[scene.language], text.dimensions[analysis.dimension]];
  if (indicator.kind === 'category') return text.findingCategory(name, dimension);
  const whole = cellOf(rows, { round: shownRound(input).id });
  const estimate = estimateOf(whole, whole, analysis.measure);
  if (!estimate) return text.findingNone(name);
  const figure = estimateText(estimate.value, analysis.measure, scene.language);
  const isRate = analysis.measure !== 'count' && analysis.measure !== 'share';
  return text.finding(name, dimension, isRate ? `${figure} ${text.measures[analysis.measure]}` : figure);
}

function measureLine(input: AnalysisInput, text: Messages['analysis']): string {
  const { scene, analysis } = input;
  const line = text.measureLine(sentenceCase(text.measures[analysis.measure]), shownRound(input).name);
  const selection = selectionText(scene, analysis);
  return selection === null ? line : `${line}. ${selection}`;
}

/** How much of the inhabitants the figure rests on, and that figures are made up or copied. */
function chipsOf(input: AnalysisInput): string[] {
  const { rows, scene, analysis } = input;
  const { statistics } = messagesIn(scene.language);
  const whole = cellOf(rows, { round: shownRound(input).id });
  const part = whole && formatShare(whole.populationReported, whole.population, scene.language);
  return [
    ...(whole && part ? [statistics.populationShare(whole.populationReported, whole.population)] : []),
    ...dataKindChips(chosenRounds(scene, analysis), scene.language)
  ];
}

function notesOf(input: AnalysisInput, text: Messages['analysis']): string[] {
  const { rows, analysis } = input;
  const round = shownRound(input).id;
  const areas = areasOf(input).map(({ id }) => cellOf(rows, { round, area: id }));
  const { few, areas: known } = tooFew(areas, cellOf(rows, { round }), analysis.measure);
  const isRate = analysis.measure.startsWith('rate');
  const hasHosts = areas.some((area) => area?.status === 'covered_by_host' && area.value === null);
  const isCount = measuresOf(indicatorOf(analysis.indicator)).includes('rate');
  return [
    ...(few > 0 && isCount ? [text.tooFew(few, known)] : []),
    ...(isRate && hasHosts ? [text.hosts] : []),
    ...(analysis.measure === 'count' ? [] : [text.order])
  ];
}
