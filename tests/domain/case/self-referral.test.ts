import { expect, it } from 'vitest';
import { findSource, yearOf, yearsCounted, type Tally } from '#lib/domain/case/self-referral.ts';

const tallies: Tally[] = [
  { month: '2025-01-01', source: 'self', count: 2 },
  { month: '2025-03-01', source: 'self', count: 1 },
  { month: '2025-03-01', source: 'school', count: 4 },
  { month: '2024-12-01', source: 'parents', count: 1 },
  { month: '2023-12-01', source: 'parents', count: 0 }
];

it('self-referrals are summed by year and source', () => {
  expect(yearOf(tallies, '2025')).toEqual({ self: 3, parents: 0, school: 4, other: 0, all: 7 });
  expect(yearOf(tallies, '2022').all).toBe(0);
});

it('the years shown are this one and those with something counted', () => {
  expect(yearsCounted(tallies, '2026-02-03')).toEqual(['2026', '2025', '2024']);
});

it('only the sources of the model are known', () => {
  expect(findSource('school')).toBe('school');
  expect(findSource('police')).toBeNull();
});
