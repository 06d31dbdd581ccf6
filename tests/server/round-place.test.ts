import { expect, it } from 'vitest';
import type { Figure } from '#lib/domain/figure.ts';
import { loadReference } from '#lib/server/reference.ts';
import { placesIn } from '#lib/server/round-place.ts';
import { earlierRound, round } from '../support/rounds.ts';

const { geography } = loadReference('data');
const organised = (municipalityNo: string): Figure => ({
  ...{ indicator: 'organised_under', category: 'health_and_care', value: 1, numerator: null, denominator: null },
  ...{ municipalityNo, countyNo: municipalityNo.slice(0, 2), status: 'reported' },
  ...{ expected: 1, reported: 1, population: 1, populationReported: 1 }
});
const placesOf = (one: typeof round, numbers: string[], newestDay = round.periodEnd) =>
  placesIn({ round: one, entries: [], figures: numbers.map(organised) }, newestDay, geography);

it('a municipality with another number belongs where it does in the newest round, with its inhabitants of its own', () => {
  const [sandefjord] = placesOf(earlierRound, ['3804']);
  expect(sandefjord).toMatchObject({ municipalityNo: '3804', followedNo: '3907', name: 'Sandefjord', countyNo: '39' });
  expect(placesOf(round, ['3907'])).toMatchObject([{ followedNo: '3907', countyNo: '39' }]);
  expect(placesOf(earlierRound, ['3804'], earlierRound.periodEnd)).toMatchObject([
    { followedNo: '3804', countyNo: '38', population: sandefjord?.population }
  ]);
});

it('a divided municipality is followed to none and stays where it was', () => {
  expect(placesOf(earlierRound, ['1507'])).toMatchObject([{ followedNo: null, name: 'Ålesund', countyNo: '15' }]);
  expect(placesOf(round, ['1508', '1580'])).toMatchObject([{ followedNo: '1508' }, { followedNo: '1580' }]);
});
