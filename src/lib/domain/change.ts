import { binomialTails } from './count-distribution.ts';
import { outsideEachSide } from './rate.ts';
import type { Exposure } from './surprise.ts';

/** A count of a round and what it is a rate of: the inhabitants behind it times the days of its period. */
export type ExposedCount = { count: number; exposure: Exposure };

/**
 * What has changed from a round to the next. `ratio` is the rate now over the rate before with its exact 95 % limits: null
 * after 0 cases, `high` null where nothing bounds it. `isTold` is whether the limits leave out 1: the counts alone tell of
 * a change.
 */
export type Change = { difference: number; ratio: number | null; low: number; high: number | null; isTold: boolean };

/**
 * The change of a count, of the same municipalities both times. Given the sum of two Poisson counts, one of them is
 * binomial (Przyborowski and Wilenski 1940), so the limits are those of a binomial share (Clopper and Pearson 1934).
 */
export function changeBetween(before: ExposedCount, now: ExposedCount): Change {
  const trials = before.count + now.count;
  const ratioAt = (share: number) => (share / (1 - share)) * (before.exposure / now.exposure);
  const low = now.count === 0 ? 0 : ratioAt(shareWhere((share) => binomialTails(now.count, trials, share).upper));
  const high =
    before.count === 0 ? null : ratioAt(1 - shareWhere((share) => binomialTails(before.count, trials, share).upper));
  return {
    difference: now.count - before.count,
    ratio: before.count === 0 ? null : now.count / now.exposure / (before.count / before.exposure),
    low,
    high,
    isTold: low > 1 || (high !== null && high < 1)
  };
}

/** The share at which a tail that grows with it is what may be left outside: halved until no number lies between. */
function shareWhere(tailAt: (share: number) => number): number {
  let [low, high] = [0, 1];
  for (let middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
    if (tailAt(middle) > outsideEachSide) high = middle;
    else low = middle;
  }
  return low;
}
