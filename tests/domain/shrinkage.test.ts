import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratePriorOf, shrunkenRate } from '#lib/domain/shrinkage.ts';
import { surveyRows } from '../support/hand-count.ts';

const areas = fc.array(fc.record({ count: fc.nat(30), population: fc.integer({ min: 200, max: 200_000 }) }), {
  minLength: 1,
  maxLength: 20
});

describe('a shrunken rate', () => {
  it.each([
    [0, 1200, '.057', '0.94', '0.11', '2.63'],
    [1, 2500, '.111', '1.33', '0.27', '3.21'],
    [2, 9000, '.310', '1.38', '0.38', '3.02'],
    [5, 30_000, '.600', '1.40', '0.56', '2.61'],
    [12, 95_000, '.826', '1.22', '0.67', '1.93']
  ])('of %i cases among %i is as in the tables', (count, population, weight, value, low, high) => {
    const rate = shrunkenRate({ count, population }, { mu: 1, alpha: 2 });
    expect([rate.value, rate.low, rate.high].map((one) => one.toFixed(2))).toEqual([value, low, high]);
    expect(rate.weight.toFixed(3)).toBe(`0${weight}`);
  });

  const prior = fc.record({
    mu: fc.double({ min: 0.05, max: 20, noNaN: true }),
    alpha: fc.double({ min: 0.1, max: 20, noNaN: true })
  });
  const area = fc.record({ count: fc.nat(200), population: fc.integer({ min: 200, max: 800_000 }) });

  it('lies between the raw rate and the middle, and within its interval', () => {
    fc.assert(
      fc.property(area, prior, (one, known) => {
        const raw = (one.count / one.population) * 10_000;
        const { value, low, high } = shrunkenRate(one, known);
        expect(value).toBeGreaterThanOrEqual(Math.min(raw, known.mu) * (1 - 1e-12));
        expect(value).toBeLessThanOrEqual(Math.max(raw, known.mu) * (1 + 1e-12));
        expect(low < value && value < high).toBe(true);
      })
    );
  });

  it('counts its own figures more the more inhabitants there are', () => {
    fc.assert(
      fc.property(area, prior, (one, known) => {
        const larger = { count: one.count * 2, population: one.population * 2 };
        expect(shrunkenRate(larger, known).weight).toBeGreaterThan(shrunkenRate(one, known).weight);
      })
    );
  });

  it('is told more closely by more inhabitants with the same rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), prior, (count, known) => {
        const population = (count / known.mu) * 10_000;
        const small = shrunkenRate({ count, population }, known);
        const large = shrunkenRate({ count: count * 2, population: population * 2 }, known);
        expect(large.value).toBeCloseTo(small.value, 8);
        expect(large.high - large.low).toBeLessThan(small.high - small.low);
      })
    );
  });
});

describe('what is expected of an area before its own figures', () => {
  it('is, for the made-up answers of Region Sør, what another program finds', () => {
    const answered = surveyRows.filter((row) => row.response_status === 'svart');
    const prior = ratePriorOf(
      answered.map((row) => ({ count: Number(row.cases_received), population: Number(row.population_2024) }))
    );
    expect(prior?.mu).toBeCloseTo(0.7691997383244712, 9);
    expect(prior?.alpha).toBeCloseTo(4.58957650726873, 8);
  });

  it('is found from five areas and from three', () => {
    const five = [
      [0, 1200],
      [1, 2500],
      [2, 9000],
      [5, 30_000],
      [12, 95_000]
    ].map(([count = 0, population = 0]) => ({ count, population }));
    expect(ratePriorOf(five)?.mu).toBeCloseTo(1.6925477482518794, 9);
    expect(ratePriorOf(five)?.alpha).toBeCloseTo(3.5426974309571473, 8);
    const three = [
      { count: 5, population: 1000 },
      { count: 0, population: 2000 },
      { count: 3, population: 8000 }
    ];
    expect(ratePriorOf(three)?.mu).toBeCloseTo(13.59040520201276, 9);
    expect(ratePriorOf(three)?.alpha).toBeCloseTo(0.7809728479447382, 9);
  });

  it('stays within the grid, however few or odd the areas are', () => {
    fc.assert(
      fc.property(areas, (some) => {
        const prior = ratePriorOf(some);
        expect(prior?.alpha).toBeGreaterThan(0.1);
        expect(prior?.alpha).toBeLessThan(20);
        expect(prior?.mu).toBeGreaterThan(0);
      }),
      { numRuns: 40 }
    );
  });

  it('is not told by an area without inhabitants', () => {
    expect(ratePriorOf([])).toBeNull();
    expect(ratePriorOf([{ count: 0, population: 0 }])).toBeNull();
    const one = [{ count: 3, population: 8000 }];
    expect(ratePriorOf([...one, { count: 0, population: 0 }])).toEqual(ratePriorOf(one));
  });
});
