import { observedIn, responseOf, total, type EstimateBasis } from './basis.ts';
import { rungOf, type Rung, type RungName } from './ladder.ts';

/** Limits of judgement, not derived (statistics.md 7.4). */
const limits = {
  municipalities: 0.6,
  population: 0.7,
  observed: 20,
  largestSilent: 0.15,
  width: 1.5,
  answersBelowRegion: 8,
  silentBehindSum: 3
} as const;

/** Why no estimate may be given of a round, whatever way is chosen. */
export const refusals = [
  'few_municipalities',
  'few_inhabitants',
  'few_cases',
  'large_silent',
  'wide',
  'few_in_area',
  'reminded_unlike',
  'observed_hidden'
] as const;
export type Refusal = (typeof refusals)[number];

/** Why a certain way may not be chosen: it says nothing, or would tell of one of few municipalities. */
export type RungRefusal = 'no_value' | 'tells_one';

/**
 * What is known beside the figures: whether the area is a whole region, whether those who were silent were reminded
 * without regard to cases (null: not told yet), and whether the counted sum is hidden from the reader.
 */
export type Circumstances = { isRegion: boolean; remindedAlike: boolean | null; isHidden: boolean };

/** Every reason there is to give no estimate, in order; none is that one may be given. */
export function refusalsOf(
  basis: EstimateBasis,
  ladder: readonly Rung[],
  { isRegion, remindedAlike, isHidden }: Circumstances
): Refusal[] {
  const { reported, expected, populationReported, population } = responseOf(basis);
  const { low, high } = rungOf(ladder, 'model');
  const largest = Math.max(0, ...basis.silent.map((unit) => unit.population));
  const holds: Record<Refusal, boolean> = {
    few_municipalities: reported < limits.municipalities * expected,
    few_inhabitants: populationReported < limits.population * population,
    few_cases: observedIn(basis) < limits.observed,
    large_silent: largest > limits.largestSilent * population,
    wide: low !== null && (high === null || high > limits.width * low),
    few_in_area: !isRegion && basis.counted.length < limits.answersBelowRegion,
    reminded_unlike: remindedAlike === false,
    observed_hidden: isHidden
  };
  return refusals.filter((reason) => holds[reason]);
}

/**
 * Why a way may not be chosen; null is that it may. A sum over fewer than three silent municipalities, less what was
 * counted, would tell what is known or thought of each.
 */
export function rungRefusalOf(basis: EstimateBasis, ladder: readonly Rung[], name: RungName): RungRefusal | null {
  const { value, low, high } = rungOf(ladder, name);
  if (name === 'lower_bound') return null;
  if (name === 'model' ? low === null || high === null : value === null) return 'no_value';
  const isOfEach = name === 'judgement' || name === 'last_round';
  return isOfEach && total(basis.silent, 'municipalities') < limits.silentBehindSum ? 'tells_one' : null;
}
