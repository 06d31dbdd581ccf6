import { indicatorOf } from '#lib/domain/indicator.ts';
import { formatShare } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { ComparisonRow } from '#lib/stats/comparison.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import { estimateOf, isOfNone, type Estimate } from './estimate.ts';
import { cellOf, roundsInTime, type AnalysisInput, type Area } from './scene.ts';
import { categoriesIn, estimateText } from './words.ts';

/** A column of figures: a round, and what it is divided by; null is the whole. */
export type FigureColumn = { label: string; round: string; part: string | null; category: string | null };
/** One figure of the table. `whole` is the same place without a category. */
export type FigureCell = {
  cell: ComparisonRow | undefined;
  whole: ComparisonRow | undefined;
  estimate: Estimate | null;
};

/** The areas of the dimension that have anybody in the view, in their fixed order. */
export function areasOf({ rows, scene, analysis }: AnalysisInput): Area[] {
  const present = new Set(rows.cells.map(({ area }) => area));
  return scene.areas[analysis.dimension].filter(({ id }) => present.has(id));
}

/** The areas of the second dimension that have anybody in the view, in their fixed order. */
export function partsOf({ rows, scene, analysis }: AnalysisInput): Area[] {
  const present = new Set(rows.cells.map(({ part }) => part));
  return analysis.columns === null ? [] : scene.areas[analysis.columns].filter(({ id }) => present.has(id));
}

/** The columns of figures: every round by every part or category, each part's whole last. */
export function columnsOf({ rows, scene, analysis }: AnalysisInput): FigureColumn[] {
  const text = messagesIn(scene.language).analysis;
  const rounds = roundsInTime(scene, analysis);
  const categories = categoriesIn(analysis.indicator, scene);
  const shownParts = partsOf({ rows, scene, analysis });
  const whole = { id: null, label: shownParts.length > 0 ? text.whole : '' };
  return rounds.flatMap((round) =>
    [...shownParts, whole].flatMap((part) =>
      (categories.length > 0 ? categories : [{ id: null, label: '' }]).map((category) => {
        const labels = [rounds.length > 1 ? round.name : '', part.label, category.label].filter(Boolean);
        const label = labels.join(' · ') || text.measures[analysis.measure];
        return { label, round: round.id, part: part.id, category: category.id };
      })
    )
  );
}

/** The figure of an area (null: of all) in a column. */
export function figureIn({ rows, analysis }: AnalysisInput, area: string | null, column: FigureColumn): FigureCell {
  const cell = cellOf(rows, { ...column, area });
  const whole = cellOf(rows, { ...column, area, category: null });
  // A category that nobody of the area is in is none of them, which is a figure.
  const isNobody = !cell && whole && column.category !== null;
  const counted = isNobody ? { ...whole, category: column.category, value: 0, expected: 0, reported: 0 } : cell;
  return { cell: counted, whole, estimate: estimateOf(counted, whole, analysis.measure) };
}

/** The table behind the chart; each figure carries its base, and where there is none, why. */
export function analysisTable(input: AnalysisInput): Table {
  const { scene, analysis } = input;
  const text = messagesIn(scene.language).analysis;
  const columns = columnsOf(input);
  const [only] = columns;
  const lines = [...areasOf(input), { id: null, label: text.whole }];
  const isSimple = columns.length === 1 && only !== undefined;
  const isCategory = indicatorOf(analysis.indicator).kind === 'category';
  const hasBaseColumns = isSimple || (isCategory && analysis.columns === null && analysis.rounds.length === 1);
  const hasInterval = isSimple && analysis.measure !== 'count';
  return {
    caption: `${indicatorOf(analysis.indicator).name[scene.language]}, ${text.measures[analysis.measure]}`,
    columns: [
      text.area,
      ...columns.map(({ label }) => label),
      ...(hasInterval ? [text.interval] : []),
      ...(hasBaseColumns ? [text.baseColumn, text.populationColumn] : [])
    ],
    rows: lines.map(({ id, label }) => {
      const figures = columns.map((column) => figureIn(input, id, column));
      const [first] = figures;
      return {
        header: label,
        cells: [
          ...figures.map((figure) => figureText(figure, input, hasBaseColumns)),
          ...(hasInterval ? [intervalText(first?.estimate, input)] : []),
          ...(hasBaseColumns ? baseTexts(first?.whole, input) : [])
        ]
      };
    })
  };
}

/** Why there is no figure: no cases to have a share of, the status that all of the area share, or that nobody gave it. */
export function absenceText({ cell, whole }: FigureCell, { scene, analysis: { measure } }: AnalysisInput): string {
  const { analysis, charts, statistics } = messagesIn(scene.language);
  if (isOfNone(cell, measure)) return charts.absence.none;
  if (!whole) return analysis.noShare;
  const { status } = cell ?? whole;
  if (!status || cell?.value !== null) return analysis.noFigure;
  return statistics.status[status as keyof typeof statistics.status] ?? analysis.noFigure;
}

function figureText(figure: FigureCell, input: AnalysisInput, hasBaseColumns: boolean): string {
  const { scene, analysis } = input;
  const text = messagesIn(scene.language).analysis;
  const { estimate, cell } = figure;
  if (!estimate) return cell?.category ? text.noShare : absenceText(figure, input);
  const value = estimateText(estimate.value, analysis.measure, scene.language);
  if (hasBaseColumns || !cell || cell.category !== null) return value;
  return text.withBase(value, text.shortBase(cell.reported, cell.expected));
}

/** The 95 % interval of a figure, as "0,4–2,4". */
function intervalText(estimate: Estimate | null | undefined, { scene, analysis }: AnalysisInput): string {
  const text = messagesIn(scene.language).analysis;
  if (!estimate || estimate.low === null || estimate.high === null) return text.noShare;
  const told = (value: number) => estimateText(value, analysis.measure, scene.language);
  return text.intervalText(told(estimate.low), told(estimate.high));
}

function baseTexts(whole: ComparisonRow | undefined, { scene }: AnalysisInput): string[] {
  const text = messagesIn(scene.language).analysis;
  if (!whole) return [text.noShare, text.noShare];
  const share = formatShare(whole.populationReported, whole.population, scene.language);
  return [text.shortBase(whole.reported, whole.expected), share ?? text.noShare];
}
