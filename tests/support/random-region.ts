import fc from 'fast-check';
import { noPlaceFilter, type PlaceFilter } from '#lib/domain/analysis.ts';
import type { Entry } from '#lib/domain/figure.ts';
import { populationClasses } from '#lib/domain/place.ts';
import { answersOf } from './region.ts';

const entry: fc.Arbitrary<Entry> = fc
  .record({
    countyNo: fc.constantFrom('40', '42', '33'),
    population: fc.integer({ min: 200, max: 90_000 }),
    said: fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)) },
      fc.constantFrom('missing' as const, 'declined' as const)
    ),
    web: fc.constantFrom('yes', 'planned', 'no')
  })
  .map(({ said, web, ...place }) => ({
    ...place,
    municipalityNo: '',
    status: Array.isArray(said) ? 'answered' : said,
    answers: Array.isArray(said) ? answersOf(said, web) : null
  }));
/** What was reported in a round of a few municipalities, the same in every round as far as it goes. */
export const dataSet = fc
  .array(entry, { minLength: 1, maxLength: 9 })
  .map((entries) => entries.map((one, index) => ({ ...one, municipalityNo: String(4001 + index) })));
/** A choice of municipalities, sometimes of none. */
export const filter: fc.Arbitrary<PlaceFilter> = fc.record({
  county: fc.option(fc.constantFrom('40', '42', '99'), { freq: 2 }),
  populationClass: fc.option(fc.constantFrom(...populationClasses.map(({ id }) => id)), { freq: 2 }),
  organisedUnder: fc.constant(noPlaceFilter.organisedUnder)
});
