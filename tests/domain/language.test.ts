import { expect, it } from 'vitest';
import { languageOf } from '#lib/domain/language.ts';

it.each([
  ['nn', 'nn'],
  ['nb', 'nb'],
  ['se', 'nb'],
  [null, 'nb'],
  ['', 'nb']
])('%s is shown in %s', (wanted, shown) => {
  expect(languageOf(wanted)).toBe(shown);
});
