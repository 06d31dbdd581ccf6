import { expect, it } from 'vitest';
import { readMonth, typedMonth } from '#lib/domain/month.ts';

it.each([
  ['03.2025', '2025-03'],
  ['3/2025', '2025-03'],
  ['3 2025', '2025-03'],
  ['12-2026', '2026-12'],
  ['2025-03', '2025-03'],
  ['mars 2027', '2027-03'],
  ['Des. 2026', '2026-12'],
  ['mai 2025', '2025-05'],
  ['marsj 2027', null],
  ['ma 2027', null],
  ['13.2025', null],
  ['00.2025', null],
  ['2025-3', null],
  ['3.25', null],
  ['3.1925', null],
  ['mars', null],
  ['', null]
])('the month "%s" is read as %s', (typed, month) => {
  expect(readMonth(typed)).toBe(month);
});

it('a stored month is shown as people type it', () => {
  expect(typedMonth('2025-03')).toBe('03.2025');
  expect(typedMonth('høsten')).toBe('høsten');
});
