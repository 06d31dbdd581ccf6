import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownStanding } from '#lib/domain/own-standing.ts';
import { rateOf } from '#lib/domain/rate.ts';

const region = { count: 71, population: 929_303 };

describe('where a municipality stands', () => {
  it.each([
    ['a case in a small one is not told from the region', { count: 1, population: 2500 }, 'alike'],
    ['none in a small one is not told from it either', { count: 0, population: 14_000 }, 'alike'],
    ['many in a small one are', { count: 6, population: 5000 }, 'more'],
    ['none in a large one are', { count: 0, population: 110_000 }, 'fewer']
  ] as const)('%s', (_, own, verdict) => {
    expect(ownStanding(own, region)).toEqual({
      ...{ own: rateOf(own.count, own.population), region: rateOf(region.count, region.population), verdict }
    });
  });

  it('is not known without an own figure, or while the sum is not public', () => {
    expect(ownStanding(null, region)).toMatchObject({ own: null, verdict: 'unknown' });
    expect(ownStanding({ count: 3, population: 5000 }, null)).toMatchObject({ region: null, verdict: 'unknown' });
  });

  it('is not known when the sum cannot have the own figure in it', () => {
    const own = { count: 3, population: 5000 };
    expect(ownStanding(own, { count: 2, population: 90_000 }).verdict).toBe('unknown');
    expect(ownStanding(own, { count: 9, population: 5000 }).verdict).toBe('unknown');
    expect(ownStanding({ count: 3, population: 0 }, region)).toMatchObject({ own: null, verdict: 'unknown' });
  });

  it('is never told when one has the very rate of the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 }), (count, others) => {
        const own = { count, population: 4000 };
        const all = { count: count * (others + 1), population: 4000 * (others + 1) };
        expect(ownStanding(own, all).verdict).toBe('alike');
      }),
      { seed: 7 }
    );
  });
});
