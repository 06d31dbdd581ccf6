import { expect, test } from 'vitest';
import { wrappedText } from '#lib/charts/wrapped-text.ts';

test('a text breaks between words where it grows too wide', () => {
  expect(wrappedText('Medlemmer i enheten', 80, 12)).toEqual(['Medlemmer i', 'enheten']);
  expect(wrappedText('Mottatte saker', 200, 12)).toEqual(['Mottatte saker']);
});

test('a word that is too wide stands alone', () => {
  expect(wrappedText('Rådgivningsenheten selv', 40, 12)).toEqual(['Rådgivningsenheten', 'selv']);
});
