import { describe, expect, test } from 'vitest';
import { languages } from '#lib/domain/language.ts';
import { formatDate, formatMoment, formatNumber, formatShare, numberInText, sentenceCase } from '#lib/i18n/format.ts';

const nbsp = '\u00a0';
const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

describe.each(languages)('in %s', (language) => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1234, `1${nbsp}234`],
    [1234567, `1${nbsp}234${nbsp}567`],
    [2.5, '2,5'],
    [2.04, '2'],
    [-3, '−3']
  ])('the number %d is %s', (value, text) => {
    expect(formatNumber(value, language)).toBe(text);
  });

  test.each([
    [42, 66, `64${nbsp}%`],
    [0, 66, `0${nbsp}%`],
    [66, 66, `100${nbsp}%`]
  ])('%d of %d is %s', (part, whole, text) => {
    expect(formatShare(part, whole, language)).toBe(text);
  });

  test('a share of nothing is null', () => {
    expect(formatShare(0, 0, language)).toBeNull();
  });

  test.each(months.map((name, index) => [index + 1, name] as const))('month %d is %s', (month, name) => {
    expect(formatDate(`2024-${String(month).padStart(2, '0')}-03`, language)).toBe(`3. ${name} 2024`);
  });

  test.each([
    ['2024-03-03T13:05:00Z', '3. mars 2024 kl. 14.05'],
    ['2024-07-03T12:05:00Z', '3. juli 2024 kl. 14.05'],
    ['2024-12-31T23:30:00Z', '1. januar 2025 kl. 00.30'],
    ['2024-03-31T00:59:00Z', '31. mars 2024 kl. 01.59'],
    ['2024-03-31T01:00:00Z', '31. mars 2024 kl. 03.00'],
    ['2024-10-27T00:59:00Z', '27. oktober 2024 kl. 02.59'],
    ['2024-10-27T01:00:00Z', '27. oktober 2024 kl. 02.00']
  ])('%s is %s in Oslo', (moment, text) => {
    expect(formatMoment(new Date(moment), language)).toBe(text);
  });

  test('a day that begins in Oslo before it does in Greenwich', () => {
    expect(formatDate(new Date('2024-06-30T22:00:00Z'), language)).toBe('1. juli 2024');
  });

  test('numbers are words from two up to twelve, and figures after', () => {
    const words = 'to tre fire fem seks sju åtte ni ti elleve tolv'.split(' ');
    expect(words.map((_, index) => numberInText(index + 2, language))).toEqual(words);
    expect(numberInText(0, language)).toBe('ingen');
    expect(numberInText(13, language)).toBe('13');
    expect(numberInText(2.5, language)).toBe('2,5');
    expect(numberInText(-1, language)).toBe('−1');
  });
});

test.each([
  ['nb', 'masculine', 'én'],
  ['nb', 'feminine', 'én'],
  ['nb', 'neuter', 'ett'],
  ['nn', 'masculine', 'éin'],
  ['nn', 'feminine', 'éi'],
  ['nn', 'neuter', 'eitt']
] as const)('one in %s, %s, is %s', (language, gender, word) => {
  expect(numberInText(1, language, gender)).toBe(word);
});

test.each([
  ['én kommune', 'Én kommune'],
  ['éi sak', 'Éi sak'],
  ['åtte saker', 'Åtte saker'],
  ['17 av 42', '17 av 42'],
  ['', '']
])('the sentence "%s" begins as "%s"', (sentence, begun) => {
  expect(sentenceCase(sentence)).toBe(begun);
});
