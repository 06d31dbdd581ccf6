import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logNegativeBinomial } from '#lib/domain/count-distribution.ts';
import { predictTotal, type Counted } from '#lib/domain/estimate/model.ts';
import { negativeBinomialSum } from '#lib/domain/estimate/negative-binomial-sum.ts';
import { ratePriorOf } from '#lib/domain/shrinkage.ts';
import { seededChance } from '../../support/random.ts';
import { regionSor, regionWhereSilentHold, unlikeCounts } from '../../support/region-sor.ts';

const runs = { numRuns: 8, seed: 7 };
const population = fc.integer({ min: 300, max: 60_000 });
const counted = fc.array(fc.record({ count: fc.nat(9), population }), { minLength: 2, maxLength: 8 });
const silent = fc.array(fc.record({ population: fc.integer({ min: 300, max: 9000 }) }), { maxLength: 5 });

const firstOf = (sum: Generator<number, never>, many: number) => Array.from({ length: many }, () => sum.next().value);

describe('the sum of negative binomial counts', () => {
  it('is what convolving them one by one gives', () => {
    const [means, alpha] = [[0.3, 2, 5.5], 0.6] as const;
    const one = (mean: number) => Array.from({ length: 400 }, (_, k) => Math.exp(logNegativeBinomial(k, mean, alpha)));
    const convolved = means
      .map(one)
      .reduce((all, next) =>
        all.map((_, k) => all.slice(0, k + 1).reduce((sum, p, i) => sum + p * (next[k - i] ?? 0), 0))
      );
    firstOf(negativeBinomialSum(means, alpha), 300).forEach((probability, k) => {
      expect(probability).toBeCloseTo(convolved[k] ?? 0, 10);
    });
  });

  it('is told also where no case at all is next to impossible', () => {
    const terms = firstOf(negativeBinomialSum(Array<number>(60).fill(40), 20), 4000);
    const mean = terms.reduce((sum, probability, k) => sum + k * probability, 0);
    expect(mean).toBeCloseTo(2400, 3);
  });

  it('is nothing but zero without anybody', () => {
    expect(firstOf(negativeBinomialSum([], 0.6), 3)).toEqual([1, 0, 0]);
  });
});

describe('the model', () => {
  it.each([
    [0.05, 71, 80],
    [0.11, 73, 89],
    [0.2, 78, 102],
    [0.36, 93, 139]
  ])('tells in Region Sør (synthetic), when the silent hold %f, %i to %i', (share, low, high) => {
    const { counted: told, silent: untold } = regionWhereSilentHold(share);
    expect(predictTotal(told, untold)).toMatchObject({ low, high });
  });

  // The reference tells 71–80, 72–88, 74–102 and 83–142 of a region whose counts are not kept, with alpha 0.6.
  it.each([
    [0.05, 71, 79],
    [0.11, 71, 88],
    [0.2, 74, 106],
    [0.36, 82, 166]
  ])('tells where cases vary as in the reference, when the silent hold %f, %i to %i', (share, low, high) => {
    const { counted: told, silent: untold } = regionWhereSilentHold(share, unlikeCounts);
    expect(ratePriorOf(told)?.alpha).toBeCloseTo(0.6, 1);
    expect(predictTotal(told, untold)).toMatchObject({ low, high });
  });

  it('tells what the grid gives when it is gone through point by point', () => {
    const told = [
      { count: 3, population: 9000 },
      { count: 0, population: 1500 },
      { count: 5, population: 22_000 }
    ];
    expect(predictTotal(told, [{ population: 4000 }, { population: 700 }])).toMatchObject(slowly(told, [4000, 700]));
  });

  it('is exactly what was counted when nobody is silent', () => {
    const observed = regionSor.counted.reduce((sum, { count }) => sum + count, 0);
    expect(predictTotal(regionSor.counted, [])).toEqual({ low: observed, high: observed });
  });

  it('follows no range without an end', () => {
    expect(predictTotal([{ count: 1, population: 900 }], [{ population: 900_000 }])?.high).toBeNull();
  });

  it('is not kept busy by a count that was mistyped', () => {
    const counted = [
      { count: 25_000_000, population: 9000 },
      { count: 2, population: 8000 }
    ];
    expect(predictTotal(counted, [{ population: 9000 }])?.high).toBeNull();
  });

  it('tells nothing when nobody has answered', () => {
    expect(predictTotal([], [{ population: 4000 }])).toBeNull();
    expect(predictTotal([{ count: 0, population: 0 }], [{ population: 4000 }])).toBeNull();
  });

  it('is never below what was counted, and grows with the inhabitants of the silent', () => {
    fc.assert(
      fc.property(counted, silent, population, (told, untold, more) => {
        const observed = told.reduce((sum, { count }) => sum + count, 0);
        const one = predictTotal(told, untold);
        const other = predictTotal(told, [{ population: more }, ...untold]);
        const [high, higher] = [one?.high ?? Infinity, other?.high ?? Infinity];
        expect(one && one.low >= observed && high >= one.low).toBe(true);
        expect(one && other && other.low >= one.low && higher >= high).toBe(true);
      }),
      runs
    );
  });

  it('holds what came to be known in about 95 of 100 made-up regions', () => {
    const regions = Array.from({ length: 16 }, (_, seed) => madeUpRegion(seed + 1));
    const held = regions.filter(({ told, untold, truth }) => {
      const range = predictTotal(told, untold);
      return range !== null && range.low <= truth && truth <= (range.high ?? Infinity);
    });
    expect(held.length).toBeGreaterThanOrEqual(14);
  });
});

/** The same by its definition, with whole convolutions, and without anything left out. */
function slowly(told: readonly Counted[], untold: readonly number[]): { low: number; high: number } {
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  const [cases, inhabitants] = [sum(told.map(({ count }) => count)), sum(told.map((one) => one.population))];
  const typical = sum(told.map((one) => one.population ** 2)) / inhabitants;
  const most = 300;
  const missing = Array<number>(most).fill(0);
  for (let m = 0; m < 31; m += 1)
    for (let a = 0; a < 14; a += 1)
      for (let s = 0; s < 8; s += 1) {
        const mu = (cases / inhabitants) * Math.exp(-1.8 + (3.6 * m) / 30);
        const alpha = 0.1 * 200 ** (a / 13);
        const slope = 0.5 + 0.2 * s;
        const mean = (people: number) => mu * typical * (people / typical) ** slope;
        const log =
          sum(told.map((one) => logNegativeBinomial(one.count, mean(one.population), alpha))) -
          (1 / alpha + Math.log(alpha) + ((slope - 1.1) / 0.3) ** 2 / 2);
        const [one = [], other = []] = untold.map((people) =>
          Array.from({ length: most }, (_, k) => Math.exp(logNegativeBinomial(k, mean(people), alpha)))
        );
        const weight = Math.exp(log);
        for (let i = 0; i < 30; i += 1)
          for (let j = 0; i + j < 60; j += 1) {
            missing[i + j] = (missing[i + j] ?? 0) + weight * (one[i] ?? 0) * (other[j] ?? 0);
          }
      }
  const all = sum(missing);
  const at = (share: number) => {
    let below = 0;
    return cases + missing.findIndex((probability) => (below += probability) >= share * all);
  };
  return { low: at(0.025), high: at(0.975) };
}

/** Region Sør's municipalities with cases that vary with alpha 0.6 about a rate that grows a little; 24 at random are silent. */
function madeUpRegion(seed: number) {
  const chance = seededChance(seed);
  const uniform = () => (chance.below(1e9) + 0.5) / 1e9;
  const everyone = [...regionSor.counted, ...regionSor.silent].map((unit) => {
    const mean = 0.9 * (unit.population / 20_000) ** 1.1;
    return { population: unit.population, count: drawn(mean, 0.6, uniform()), order: uniform() };
  });
  const [untold, told] = [everyone.toSorted((a, b) => a.order - b.order).slice(0, 24), [] as Counted[]];
  told.push(...everyone.filter((unit) => !untold.includes(unit)));
  return { told, untold, truth: everyone.reduce((sum, { count }) => sum + count, 0) };
}

/** A negative binomial count, by going up its probabilities. */
function drawn(mean: number, alpha: number, at: number): number {
  let below = 0;
  for (let count = 0; ; count += 1) {
    below += Math.exp(logNegativeBinomial(count, mean, alpha));
    if (below >= at || count > 2000) return count;
  }
}
