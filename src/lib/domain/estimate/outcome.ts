import { rungOf, type Rung, type RungName } from './ladder.ts';

/** What is said of cases in all: a range of whole cases, and the number of the chosen way where it may be told. */
export type EstimateRange = { value: number | null; low: number; high: number };

/** Ways whose number rests on rows of few municipalities: their range is told, never the number. */
const untold: readonly RungName[] = ['last_round', 'ratio_by_class', 'model'];
const widenedTo = 5;

/**
 * The range that goes with a way: the model's, widened where the number of the way lies outside. For the last round and the classes it
 * is widened to whole fives, so that nobody can calculate back. Null where there is none, as for the lower bound.
 */
export function rangeOf(ladder: readonly Rung[], name: RungName): EstimateRange | null {
  const { low, high } = rungOf(ladder, 'model');
  const { value } = rungOf(ladder, name);
  if (name === 'lower_bound' || low === null || high === null) return null;
  if (value === null) return name === 'model' ? { value: null, low, high } : null;
  const whole = Math.round(value);
  if (untold.includes(name)) {
    const down = Math.max(lowest(ladder), Math.floor(value / widenedTo) * widenedTo);
    const up = Math.ceil(value / widenedTo) * widenedTo;
    return { value: null, low: value < low ? down : low, high: value > high ? up : high };
  }
  return { value: whole, low: Math.min(low, whole), high: Math.max(high, whole) };
}

/** Nothing is ever below what was counted. */
function lowest(ladder: readonly Rung[]): number {
  return rungOf(ladder, 'lower_bound').low ?? 0;
}
