import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easterSunday, isHoliday, isWorkingDay, workingDaysAfter } from '#lib/domain/case/working-day.ts';
import { daysAfter } from '#lib/domain/day.ts';

describe('Easter', () => {
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2076, '2076-04-19']
  ])('is a Sunday in %i: %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('is always a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const day = easterSunday(year);
        expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0);
        expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
      })
    );
  });
});

describe('Norwegian holidays', () => {
  it('of 2026 are these', () => {
    const days = Array.from({ length: 365 }, (_, index) => daysAfter('2026-01-01', index)).filter(isHoliday);
    expect(days).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-17',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26'
    ]);
  });
});

describe('working days', () => {
  it('leave out weekends, and Easter from Maundy Thursday to Monday', () => {
    expect(workingDaysAfter('2026-11-20', 1)).toBe('2026-11-23');
    expect(workingDaysAfter('2026-04-01', 2)).toBe('2026-04-08');
    expect(workingDaysAfter('2026-04-30', 1)).toBe('2026-05-04');
    expect(workingDaysAfter('2026-12-23', 3)).toBe('2026-12-29');
    expect(workingDaysAfter('2026-11-20', 0)).toBe('2026-11-20');
  });

  it('end on a working day, with as many working days on the way as were asked for', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((count) => daysAfter('2020-01-01', count));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const end = workingDaysAfter(start, count);
        expect(isWorkingDay(end)).toBe(true);
        let between = 0;
        for (let one = daysAfter(start, 1); one <= end; one = daysAfter(one, 1)) if (isWorkingDay(one)) between += 1;
        expect(between).toBe(count);
      })
    );
  });
});
