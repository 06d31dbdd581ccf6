import { describe, expect, it } from 'vitest';
import { daysLeft, takesAnswers } from '#lib/domain/round.ts';

const round = {
  opensAt: new Date('2024-03-01T00:00:00Z'),
  deadlineAt: new Date('2024-03-15T12:00:00Z'),
  freezesAt: new Date('2024-04-01T00:00:00Z')
};

describe('a round', () => {
  it.each([
    ['2024-02-29T23:59:59Z', false],
    ['2024-03-01T00:00:00Z', true],
    ['2024-03-20T00:00:00Z', true],
    ['2024-04-01T00:00:00Z', false]
  ])('at %s takes answers: %s', (now, expected) => {
    expect(takesAnswers(round, new Date(now))).toBe(expected);
  });

  it.each([
    ['2024-03-14T12:00:00Z', 1],
    ['2024-03-15T11:00:00Z', 1],
    ['2024-03-15T12:00:00Z', 0],
    ['2024-03-15T13:00:00Z', -1],
    ['2024-03-17T12:00:00Z', -2]
  ])('at %s has %i days left', (now, days) => {
    expect(daysLeft(round, new Date(now))).toBe(days);
  });
});
