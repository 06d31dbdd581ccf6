/** Chance that is the same for the same seed, so that what a test found can be found again. */
export type Chance = {
  /** A whole number from 0 to below `most`. */
  below: (most: number) => number;
  pick: <Value>(values: readonly Value[]) => Value;
  /** True in so many of a hundred. */
  percent: (share: number) => boolean;
};

/** Mulberry32: 32 bits of state are enough to choose between a few hundred things. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const below = (most: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
  return {
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
    percent: (share) => below(100) < share
  };
}

/** A Poisson count with this mean. */
export function poissonDraw(mean: number, below: (most: number) => number): number {
  let left = below(2 ** 32) / 2 ** 32 - Math.exp(-mean);
  let term = Math.exp(-mean);
  let count = 0;
  for (; left > 0 && count < 1000; left -= term) {
    count += 1;
    term *= mean / count;
  }
  return count;
}
