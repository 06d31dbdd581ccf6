import { expect, it } from 'vitest';
import { isOrganisationNumber } from '#lib/domain/organisation-number.ts';

it.each(['820852982', '940493021', '974760673'])('%s is an organisation number', (number) => {
  expect(isOrganisationNumber(number)).toBe(true);
});

it.each([
  ['820852983', 'another check digit'],
  ['802852982', 'two digits changed places'],
  ['100000060', 'a check digit of ten, which is never given out'],
  ['82085298', 'eight digits'],
  ['8208529820', 'ten digits'],
  ['820 852 982', 'spaces'],
  ['', 'nothing']
])('%s is none: %s', (text) => {
  expect(isOrganisationNumber(text)).toBe(false);
});
