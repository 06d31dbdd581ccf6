import { expect, it } from 'vitest';
import { populationClassOf } from '#lib/domain/place.ts';

it.each([
  [0, 'under_2000'],
  [1999, 'under_2000'],
  [2000, '2000_4999'],
  [4999, '2000_4999'],
  [5000, '5000_9999'],
  [49_999, '20000_49999'],
  [50_000, 'from_50000']
])('%i inhabitants are in the class %s', (population, id) => {
  expect(populationClassOf(population)).toBe(id);
});
