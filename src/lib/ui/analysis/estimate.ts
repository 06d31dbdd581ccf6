import type { Measure } from '#lib/domain/analysis.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { proportionOf } from '#lib/domain/proportion.ts';
import { rateOf } from '#lib/domain/rate.ts';
import type { ComparisonRow } from '#lib/stats/comparison.ts';

/** A cell's figure in its measure (a count, per cent, or per 10 000); `low` and `high` are null for what was counted. */
export type Estimate = { value: number; low: number | null; high: number | null };
/** So many cases of so many cases or inhabitants. */
type Ratio = { events: number; base: number };

const fewestExpected = 5;
const silent = ['missing', 'not_given'];

/** The figure of a cell, null where there is none; `whole` is the cell of the same place without a category. */
export function estimateOf(
  cell: ComparisonRow | undefined,
  whole: ComparisonRow | undefined,
  measure: Measure
): Estimate | null {
  if (!cell) return null;
  if (measure === 'count') return exactly(countOf(cell));
  const ratio = ratioOf(cell, whole ?? cell, measure);
  if (ratio === null) return null;
  if (measure !== 'share') return rateOf(ratio.events, ratio.base);
  if (ratio.events > ratio.base) return exactly((ratio.events / ratio.base) * 100);
  const share = proportionOf(ratio.events, ratio.base);
  return share && { value: share.value * 100, low: share.low * 100, high: share.high * 100 };
}

/** Whether a share is of no cases: it was answered that there were none, which is neither silence nor a share of zero. */
export function isOfNone(cell: ComparisonRow | undefined, measure: Measure): boolean {
  return (
    measure === 'share' && cell !== undefined && indicatorOf(cell.indicator).kind === 'count' && cell.denominator === 0
  );
}

/** How many of some areas have too few to be told apart: fewer than five expected if all were alike. */
export function tooFew(
  areas: readonly (ComparisonRow | undefined)[],
  all: ComparisonRow | undefined,
  measure: Measure
) {
  const whole = all ? ratioOf(all, all, measure) : null;
  if (!whole || whole.base === 0) return { few: 0, areas: 0 };
  const known = areas.map((area) => (area ? ratioOf(area, area, measure) : null)).filter((ratio) => ratio !== null);
  const few = known.filter(({ base }) => (whole.events / whole.base) * base < fewestExpected);
  return { few: few.length, areas: known.length };
}

function exactly(value: number | null): Estimate | null {
  return value === null ? null : { value, low: null, high: null };
}

/** Of a category how many municipalities are in it, of all categories how many have answered. */
function countOf({ indicator, category, value, reported, expected }: ComparisonRow): number | null {
  if (indicatorOf(indicator).kind === 'count') return value;
  return category === null ? reported : expected;
}

/** What a share or rate is made of: so many of so many cases, municipalities or inhabitants; null of a count. */
export function ratioOf(cell: ComparisonRow, whole: ComparisonRow, measure: Measure): Ratio | null {
  if (measure === 'count') return null;
  const { kind, source } = indicatorOf(cell.indicator);
  if (kind === 'category') {
    const isStatus = source === 'assignment';
    if (cell.category === null ? isStatus : !isStatus && silent.includes(cell.category)) return null;
    return withBase(countOf(cell), isStatus || cell.category === null ? whole.expected : whole.reported);
  }
  if (measure === 'share') return withBase(cell.numerator, cell.denominator);
  return withBase(cell.value, inhabitantsOf(cell, measure));
}

function inhabitantsOf(cell: ComparisonRow, measure: Exclude<Measure, 'count' | 'share'>): number | null {
  switch (measure) {
    case 'rate':
      return cell.countedPopulation;
    case 'rate_15_to_17':
      return cell.counted15to17;
    case 'rate_18_plus':
      return cell.counted18plus;
  }
}

function withBase(events: number | null, base: number | null): Ratio | null {
  return events === null || base === null || base === 0 ? null : { events, base };
}
