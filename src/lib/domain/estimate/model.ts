import { jointLogRate, ratePosterior, sharesOf } from '#lib/domain/rate-posterior.ts';
import { negativeBinomialSum } from './negative-binomial-sum.ts';

/** Whoever answered for themselves or others, with their cases and the inhabitants these are of. */
export type Counted = { count: number; population: number };

/**
 * Cases in all: 95 % lie from `low` to `high`, whole numbers not below what was counted. `high` is null where it is more than three
 * times that, or the silent may have more than 500: so much lies open that it is followed no further.
 */
export type PredictedTotal = { low: number; high: number | null };

/**
 * What the cases of the silent may be, by those of the others: y is negative binomial of mean mu P0 (P / P0)ᵇ and size
 * alpha, where P0 = Σ P² / Σ P of those who answered. The posterior is a grid of mu, alpha and b; at each point the sum of the
 * silent is followed exactly. No random numbers: the same figures always give the same answer. Null when nobody
 * with inhabitants has answered.
 */
export function predictTotal(
  counted: readonly Counted[],
  silent: readonly { population: number }[]
): PredictedTotal | null {
  const answered = counted.filter(({ population }) => population > 0);
  const observed = counted.reduce((sum, { count }) => sum + count, 0);
  const inhabitants = answered.reduce((sum, { population }) => sum + population, 0);
  if (inhabitants === 0) return null;
  const typical = answered.reduce((sum, { population }) => sum + population ** 2, 0) / inhabitants;
  const exposureAt = (population: number, slope: number) => typical * (population / typical) ** slope;
  const middle = jointLogRate(answered.map(({ count, population }) => ({ count, exposure: population })));
  const points = slopes.flatMap(({ slope, logWeight: logPrior }) => {
    const areas = answered.map(({ count, population }) => ({ count, exposure: exposureAt(population, slope) }));
    return ratePosterior(middle, areas).map((point) => ({ ...point, slope, logWeight: point.logWeight + logPrior }));
  });
  const shares = sharesOf(points);
  const sums = points.flatMap(({ mu, alpha, slope }, index) => {
    const share = shares[index] ?? 0;
    const means = silent.map(({ population }) => mu * exposureAt(population, slope));
    const mean = means.reduce((sum, one) => sum + one, 0);
    return share < negligible ? [] : [{ share, mean, next: negativeBinomialSum(means, alpha) }];
  });
  return totalsOf(observed, sums);
}

/** Points of the grid with less of the posterior are left out: less than one in ten million in all. */
const negligible = 1e-11;
/** b, how cases grow with inhabitants: 1 would be the same rate everywhere. Normal of mean 1.1 and deviation 0.3. */
const slopes = Array.from({ length: 8 }, (_, index) => {
  const slope = 0.5 + 0.2 * index;
  return { slope, logWeight: -(((slope - 1.1) / 0.3) ** 2) / 2 };
});

/** The cases of the silent are followed this far however few were counted. */
const fewestFollowed = 100;
/** And no further: each case costs more than the one before, and a count may have been mistyped. */
const mostFollowed = 500;

type MissingCases = { share: number; mean: number; next: Generator<number, never> };

/** Goes up the cases of the silent until both ends are passed. */
function totalsOf(observed: number, sums: readonly MissingCases[]): PredictedTotal {
  const whole = sums.reduce((all, { share }) => all + share, 0);
  const most = Math.min(mostFollowed, Math.max(fewestFollowed, 2 * observed));
  const expected = sums.reduce((all, { share, mean }) => all + share * mean, 0) / whole;
  if (expected > mostFollowed) return { low: observed, high: null };
  let low: number | null = null;
  let below = 0;
  for (let cases = 0; cases <= most; cases += 1) {
    below += sums.reduce((all, { share, next }) => all + share * next.next().value, 0) / whole;
    if (low === null && below >= 0.025) low = observed + cases;
    if (low !== null && below >= 0.975) return { low, high: observed + cases };
  }
  return { low: low ?? observed + most, high: null };
}
