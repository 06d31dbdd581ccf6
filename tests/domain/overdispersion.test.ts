import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overdispersionScore, spreadBeyondChance } from '#lib/domain/overdispersion.ts';
import { ratePriorOf } from '#lib/domain/shrinkage.ts';
import { tellApart } from '#lib/domain/telling-apart.ts';
import { surveyRows } from '../support/hand-count.ts';
import { poissonDraw, seededChance } from '../support/random.ts';

const equal = (counts: number[]) => counts.map((count) => ({ count, population: 20_000 }));

describe('the score of spread beyond chance', () => {
  it.each([
    [[2, 2, 5], 0],
    [[0, 4], 6 / 4],
    [[0, 6], 15 / 6],
    [[9, 2], 19 / 11],
    [[7], 0]
  ])('of the counts %j in areas of one size is as by hand, %d', (counts, score) => {
    expect(overdispersionScore(equal(counts))).toBeCloseTo(score, 12);
  });

  it('follows the inhabitants: 5, 0 and 3 cases among 1, 2 and 8 thousand', () => {
    const areas = [5, 0, 3].map((count, index) => ({ count, population: [1000, 2000, 8000][index] ?? 0 }));
    expect(overdispersionScore(areas)).toBeCloseTo((3426 - 8 * 121 + 552) / Math.sqrt(2 * 121 * 4416), 12);
  });

  it('is 0 on average over every way four cases can fall, whatever the sizes', () => {
    const sizes = fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 500, max: 90_000 })));
    fc.assert(
      fc.property(sizes, (populations) => {
        const all = populations.reduce((sum, population) => sum + population, 0);
        const average = waysToFall(4).reduce((sum, { counts, ways }) => {
          const chance = counts.reduce((product, count, i) => product * ((populations[i] ?? 0) / all) ** count, ways);
          const areas = counts.map((count, i) => ({ count, population: populations[i] ?? 0 }));
          return sum + chance * (overdispersionScore(areas) ?? 0);
        }, 0);
        expect(average).toBeCloseTo(0, 9);
      })
    );
  });

  it.each([[[]], [[0, 0]]])('is none of the counts %j', (counts) => {
    expect(overdispersionScore(equal(counts))).toBeNull();
  });
});

describe('the alpha of a funnel', () => {
  it('is none where chance is enough, and as soon as it is not, that of the municipalities together', () => {
    expect(spreadBeyondChance(equal([0, 4]))).toBeNull();
    expect(spreadBeyondChance(equal([0, 6]))).toBe(ratePriorOf(equal([0, 6]))?.alpha);
  });

  it('is none for a single case, wherever it is', () => {
    const population = fc.integer({ min: 1, max: 700_000 });
    fc.assert(
      fc.property(fc.array(population, { minLength: 1, maxLength: 12 }), fc.nat(), (populations, at) => {
        const areas = populations.map((own, i) => ({ count: i === at % populations.length ? 1 : 0, population: own }));
        expect(spreadBeyondChance(areas)).toBeNull();
      })
    );
  });

  it('does not hide one that is far from many alike', () => {
    const areas = equal([...Array<number>(40).fill(2), 20]).map((area, i) => ({ ...area, municipalityNo: String(i) }));
    const alpha = spreadBeyondChance(areas);
    expect(alpha).not.toBeNull();
    expect(tellApart(areas, { rate: 1.2, alpha }).outside).toEqual([
      { municipalityNo: '40', side: 'above', isFar: true }
    ]);
  });

  it('is none in the made-up answers of Region Sør', () => {
    const areas = surveyRows
      .filter((row) => row.response_status === 'svart')
      .map((row) => ({ count: Number(row.cases_received), population: Number(row.population_2024) }));
    expect(overdispersionScore(areas)).toBeCloseTo(0.656, 3);
    expect(spreadBeyondChance(areas)).toBeNull();
  });

  it('is given in about one of twenty rounds where all are alike, though few cases are expected', () => {
    const chance = seededChance(7);
    const sizes = Array.from({ length: 30 }, () => 3000 + chance.below(60_000));
    const rounds = Array.from({ length: 1000 }, () =>
      sizes.map((population) => ({ count: poissonDraw(population / 20_000, chance.below), population }))
    );
    const share = rounds.filter((areas) => spreadBeyondChance(areas) !== null).length / rounds.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.075);
  });
});

function waysToFall(cases: number): { counts: number[]; ways: number }[] {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  const splits: number[][] = [];
  for (let a = 0; a <= cases; a += 1) for (let b = 0; a + b <= cases; b += 1) splits.push([a, b, cases - a - b]);
  return splits.map((counts) => ({
    counts,
    ways: factorial(cases) / counts.reduce((product, count) => product * factorial(count), 1)
  }));
}
