import type { Absence } from '#lib/charts/absence.ts';
import type { Measure } from '#lib/domain/analysis.ts';
import { ratePriorOf, shrunkenRate } from '#lib/domain/shrinkage.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { ComparisonRow } from '#lib/stats/comparison.ts';
import { estimateOf, isOfNone, isWithheld, ratioOf, type Estimate } from '#lib/ui/analysis/estimate.ts';
import { cellOf, shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { absenceText, areasOf } from '#lib/ui/analysis/table.ts';
import { estimateText } from '#lib/ui/analysis/words.ts';

/** An area in a round: its figure, or why there is none in words; `events` of `base` is what a share or rate is made of. */
export type AreaFigure = {
  area: string;
  name: string;
  cell: ComparisonRow | undefined;
  estimate: Estimate | null;
  events: number;
  base: number;
  absence: string;
  isChosen: boolean;
};

/** The areas of the dimension with their figure in a round, in their fixed order. */
export function areaFigures(input: AnalysisInput, round = shownRound(input).id): AreaFigure[] {
  const { rows, analysis } = input;
  return areasOf(input).map(({ id, label }) => {
    const cell = cellOf(rows, { round, area: id });
    const ratio = cell ? ratioOf(cell, cell, analysis.measure) : null;
    return {
      area: id,
      name: label,
      cell,
      estimate: estimateOf(cell, cell, analysis.measure),
      events: ratio?.events ?? 0,
      base: ratio?.base ?? cell?.population ?? 0,
      absence: absenceText({ cell, whole: cell, estimate: null }, input),
      isChosen: isChosen(input, id)
    };
  });
}

/** Whether an area of the dimension is the one that was chosen. */
export function isChosen({ analysis: { brush, dimension } }: AnalysisInput, area: string): boolean {
  return brush?.dimension === dimension && brush.area === area;
}

/** A figure, or why there is none, as charts take it. */
export function valueOf({ estimate, cell }: Pick<AreaFigure, 'estimate' | 'cell'>, measure: Measure): number | Absence {
  return estimate?.value ?? absenceOf(cell, measure);
}

/** Why a cell has no figure, as charts take it. */
export function absenceOf(cell: ComparisonRow | undefined, measure: Measure): Absence {
  if (isWithheld(cell)) return 'withheld';
  return isOfNone(cell, measure) ? 'none' : 'missing';
}

/** The figure of all areas together in a round. */
export function wholeFigure({ rows, analysis }: AnalysisInput, round: string): Estimate | null {
  const whole = cellOf(rows, { round });
  return estimateOf(whole, whole, analysis.measure);
}

/**
 * Figures with their intervals: the rates of municipalities shrunken towards their middle, with what they were before;
 * others as they are, and where nobody has a case there is no middle to draw them to. Null where there is no figure.
 */
export function intervalsOf(
  figures: readonly AreaFigure[],
  { analysis }: AnalysisInput
): (figure: AreaFigure) => { value: number; low: number; high: number; raw: number | null } | null {
  const known = figures.filter(({ estimate }) => estimate !== null);
  const hasMiddle = isShrunkenIn(analysis) && known.some(({ events }) => events > 0);
  const prior = hasMiddle
    ? ratePriorOf(known.map(({ events: count, base: population }) => ({ count, population })))
    : null;
  return ({ estimate, events, base }) => {
    if (!estimate) return null;
    if (prior) return { ...shrunkenRate({ count: events, population: base }, prior), raw: estimate.value };
    return {
      value: estimate.value,
      low: estimate.low ?? estimate.value,
      high: estimate.high ?? estimate.value,
      raw: null
    };
  };
}

/** Whether the figures of a view are drawn towards their middle: only rates of municipalities. */
export function isShrunkenIn({ measure, dimension }: AnalysisInput['analysis']): boolean {
  return dimension === 'municipality' && measure.startsWith('rate');
}

/** The texts of charts of rows in the unit of a view: municipalities or areas, with figures in the view's measure. */
export function rowTexts({ scene, analysis }: AnalysisInput) {
  const { charts, pictures } = messagesIn(scene.language);
  const texts = analysis.dimension === 'municipality' ? charts.municipality : charts.area;
  return { texts, unit: unitOf({ scene, analysis }, { ...charts.absence, missing: pictures.noFigure }) };
}

/** How figures are written in a view's measure. */
export function unitOf(
  { scene, analysis }: Pick<AnalysisInput, 'scene' | 'analysis'>,
  absence: Record<Absence, string> = {
    ...messagesIn(scene.language).charts.absence,
    missing: messagesIn(scene.language).pictures.noFigure
  }
) {
  const value = (figure: number) => estimateText(figure, analysis.measure, scene.language);
  const tick = (figure: number) =>
    analysis.measure === 'share' ? value(figure) : formatNumber(figure, scene.language);
  return { value, tick, absence };
}
