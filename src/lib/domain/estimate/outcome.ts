import { rungOf, type Rung, type RungName } from './ladder.ts';

/** What is said of cases in all: a range of whole cases, and the number of the chosen way where it may be told. */
export type EstimateRange = { value: number | null; low: number; high: number };

/** Ways whose number rests on rows of few municipalities: their range is told, never the number. */
const untold: readonly RungName[] = ['last_round', 'ratio_by_class', 'model'];
const widenedTo = 5;

/**
 * The range that goes with a way: the model's, out to whole fives and never below what was counted, and wider where the number of the
 * way lies outside. To the case, the model's ends would tell which hidden counts are possible behind the same totals. Null where there is
 * none, as for the lower bound.
 */
export function rangeOf(ladder: readonly Rung[], name: RungName): EstimateRange | null {
  const model = rungOf(ladder, 'model');
  const { value } = rungOf(ladder, name);
  if (name === 'lower_bound' || model.low === null || model.high === null) return null;
  if (value === null && name !== 'model') return null;
  const [low, high] = [downFrom(ladder, model.low), upFrom(model.high)];
  if (value === null) return { value: null, low, high };
  const isTold = !untold.includes(name);
  const whole = Math.round(value);
  const least = isTold ? whole : downFrom(ladder, value);
  const most = isTold ? whole : upFrom(value);
  return { value: isTold ? whole : null, low: Math.min(low, least), high: Math.max(high, most) };
}

function downFrom(ladder: readonly Rung[], value: number): number {
  return Math.max(lowest(ladder), Math.floor(value / widenedTo) * widenedTo);
}

function upFrom(value: number): number {
  return Math.ceil(value / widenedTo) * widenedTo;
}

/** Nothing is ever below what was counted. */
function lowest(ladder: readonly Rung[]): number {
  return rungOf(ladder, 'lower_bound').low ?? 0;
}
