import { describe, expect, it, test } from 'vitest';
import { dayOf, endOfDay, lastDayBefore, readDay } from '#lib/domain/day.ts';

describe('a day ends when the next begins in Norway', () => {
  test.each([
    ['2024-01-15', '2024-01-15T23:00:00.000Z'],
    ['2024-07-15', '2024-07-15T22:00:00.000Z'],
    ['2024-03-30', '2024-03-30T23:00:00.000Z'],
    ['2024-03-31', '2024-03-31T22:00:00.000Z'],
    ['2024-10-26', '2024-10-26T22:00:00.000Z'],
    ['2024-10-27', '2024-10-27T23:00:00.000Z'],
    ['2024-02-29', '2024-02-29T23:00:00.000Z'],
    ['2024-12-31', '2024-12-31T23:00:00.000Z']
  ])('%s at %s', (day, end) => {
    expect(endOfDay(day).toISOString()).toBe(end);
    expect(lastDayBefore(endOfDay(day))).toBe(day);
    expect(dayOf(endOfDay(day)) > day).toBe(true);
  });
});

it.each([
  ['2030-12-31', '2030-12-31'],
  ['31.12.2030', '2030-12-31'],
  [' 1.3.2030 ', '2030-03-01'],
  ['1. 3. 2030', '2030-03-01'],
  ['2030-02-30', null],
  ['31.4.2030', null],
  ['12/31/2030', null],
  ['30', null],
  ['snart', null],
  ['0000-01-01', null],
  ['', null]
])('"%s" is %s', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});
