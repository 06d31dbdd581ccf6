import { measuresOf, narrowing, type Dimension } from '#lib/domain/analysis.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { formatShare, listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Messages } from '#lib/i18n/nb.ts';
import type { ComparisonRow } from '#lib/stats/comparison.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import type { DrawnPicture } from './pictures/drawing.ts';
import { areaLinks, type AreaLink } from './brush.ts';
import { countryNotes, titleIn } from './country.ts';
import { drawPicture } from './pictures/pictures.ts';
import { estimateOf, tooFew } from './estimate.ts';
import { cellOf, roundsInTime, shownRound, sourcesOf, type AnalysisInput } from './scene.ts';
import { dataKindChips, selectionText } from './selection.ts';
import { seriesPart, type SeriesPart } from './series.ts';
import { areasOf, analysisTable } from './table.ts';
import { estimateText } from './words.ts';

/** Everything on the page that follows the choices, ready to be shown; `picture` is null where nobody is in the selection. */
export type AnalysisView = {
  title: string;
  measure: string;
  base: string;
  chips: string[];
  notes: string[];
  picture: DrawnPicture | null;
  /** What choosing in the picture chooses, and the areas there are to choose; none where it shows none of them. */
  dimension: Dimension;
  areas: AreaLink[];
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
  const finding = findingOf(input);
  const picture = whole ? drawPicture(input, finding, { id: 'analyse', isSmall: false, document }) : null;
  return {
    title: titleIn(scene, picture?.title ?? finding),
    measure: measureLine(input, text),
    base: whole ? baseText(whole, { ...input, isOfMany: isFollowed(analysis) && analysis.rounds.length > 1 }) : '',
    chips: chipsOf(input),
    notes: [
      ...countryNotes(scene, analysis.indicator),
      ...(picture?.caution ? [picture.caution] : []),
      ...notesOf(input, text)
    ],
    picture,
    dimension: analysis.dimension,
    areas: analysis.picture === 'line' ? [] : areaLinks(areasOf(input), analysis.dimension, input),
    table: analysisTable(input),
    series: analysis.rounds.length > 1 ? seriesPart(input) : null,
    source: text.source(
      sourcesOf(scene, analysis)
        .map(({ name }) => name)
        .join(', ')
    )
  };
}

/** What a view says of all together. */
export function findingOf(input: AnalysisInput): string {
  const { rows, scene, analysis } = input;
  const text = messagesIn(scene.language).analysis;
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
  const { name } = indicatorOf(analysis.indicator);
  const measure = `${name[scene.language]}, ${text.measures[analysis.measure]}`;
  const line = text.measureLine(measure, roundsText(input));
  const selection = selectionText(scene, { filter: analysis.filter, within: narrowing(analysis) });
  return selection === null ? line : `${line}. ${selection}`;
}

/** The rounds that the picture shows: all that are chosen where it follows them, else the first. */
function roundsText(input: AnalysisInput): string {
  const { scene, analysis } = input;
  if (!isFollowed(analysis)) return shownRound(input).name;
  return listInText(
    roundsInTime(scene, analysis).map(({ name }) => name),
    scene.language
  );
}

function isFollowed({ picture, columns }: AnalysisInput['analysis']): boolean {
  return ['slope', 'line'].includes(picture) || (picture === 'multiples' && !columns);
}

/** How many municipalities a figure rests on, and in which round where it stands beside others. */
export function baseText(
  { reported, expected }: ComparisonRow,
  { scene, analysis, isOfMany }: Pick<AnalysisInput, 'scene' | 'analysis'> & { isOfMany: boolean }
): string {
  const text = messagesIn(scene.language).analysis;
  const base = text.base(reported, expected);
  return isOfMany ? text.roundBase(shownRound({ scene, analysis }).name, base) : base;
}

/** How much of the inhabitants the figure rests on, and that figures are made up or copied. */
function chipsOf(input: AnalysisInput): string[] {
  const { rows, scene, analysis } = input;
  const { statistics } = messagesIn(scene.language);
  const whole = cellOf(rows, { round: shownRound(input).id });
  const part = whole && formatShare(whole.populationReported, whole.population, scene.language);
  return [
    ...(whole && part ? [statistics.populationShare(whole.populationReported, whole.population)] : []),
    ...dataKindChips(sourcesOf(scene, analysis), scene.language)
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
  const isWithoutGroup = [analysis.dimension, analysis.columns].includes('own_group') && analysis.group.length === 0;
  return [
    ...(isWithoutGroup ? [text.groupMissing(text.narrow, text.group)] : []),
    ...(few > 0 && isCount ? [text.tooFew(few, known)] : []),
    ...(analysis.measure === 'rate_18_plus' ? [text.grown] : []),
    ...(isRate && hasHosts ? [text.hosts] : []),
    ...(analysis.measure === 'count' ? [] : [text.order])
  ];
}
