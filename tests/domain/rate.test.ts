import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateOf, ratesByAge } from '#lib/domain/rate.ts';

describe('a rate per 10 000 inhabitants', () => {
  it.each([
    [0, 1200, '0.00', '0.00', '30.74'],
    [1, 2500, '4.00', '0.10', '22.29'],
    [2, 9000, '2.22', '0.27', '8.03'],
    [5, 30_000, '1.67', '0.54', '3.89'],
    [12, 95_000, '1.26', '0.65', '2.21']
  ])('of %i cases among %i is as in the tables', (count, population, value, low, high) => {
    const rate = rateOf(count, population);
    expect([rate?.value, rate?.low, rate?.high].map((one) => one?.toFixed(2))).toEqual([value, low, high]);
  });

  it('without inhabitants is none', () => {
    expect(rateOf(0, 0)).toBeNull();
  });

  const counts = fc.nat(2000);
  const populations = fc.integer({ min: 100, max: 800_000 });

  it('lies within its interval', () => {
    fc.assert(
      fc.property(counts, populations, (count, population) => {
        const rate = rateOf(count, population);
        if (!rate) throw new Error('no rate');
        expect(rate.low <= rate.value && rate.value < rate.high).toBe(true);
      })
    );
  });

  it('is told more closely by more inhabitants', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        populations,
        fc.integer({ min: 2, max: 6 }),
        (count, size, times) => {
          const [small, large] = [rateOf(count, size), rateOf(count * times, size * times)];
          if (!small || !large) throw new Error('no rate');
          expect(large.value).toBeCloseTo(small.value, 8);
          expect(large.high - large.low).toBeLessThan(small.high - small.low);
        }
      )
    );
  });
});

describe('rates by age', () => {
  const population = { total: 10_000, age15to17: 400, age18plus: 8000 };

  it('hold those under 18 against 15 to 17 years, and the others against 18 and more', () => {
    const rates = ratesByAge({ received: 5, under18: 1 }, population);
    expect(rates.all?.value).toBeCloseTo(5, 12);
    expect(rates.age15to17?.value).toBeCloseTo(25, 12);
    expect(rates.age18plus?.value).toBeCloseTo(5, 12);
  });

  it('are none where cases or inhabitants of the age are not known', () => {
    expect(ratesByAge({ received: 5, under18: null }, population)).toMatchObject({ age15to17: null, age18plus: null });
    const ageless = { total: 10_000, age15to17: null, age18plus: null };
    const rates = ratesByAge({ received: 5, under18: 1 }, ageless);
    expect([rates.all?.value, rates.age15to17, rates.age18plus]).toEqual([5, null, null]);
  });
});
