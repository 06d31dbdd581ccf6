import { describe, expect, it } from 'vitest';
import { daysLeft, roundPhase, takesAnswers } from '#lib/domain/round.ts';

const round = {
  opensAt: new Date('2024-03-01T00:00:00Z'),
  deadlineAt: new Date('2024-03-15T12:00:00Z'),
  freezesAt: new Date('2024-04-01T00:00:00Z')
};

describe('a round', () => {
  it.each([
    ['2024-02-29T23:59:59Z', 'before'],
    ['2024-03-01T00:00:00Z', 'open'],
    ['2024-03-20T00:00:00Z', 'open'],
    ['2024-04-01T00:00:00Z', 'frozen']
  ])('at %s is %s, and takes answers only when open', (now, expected) => {
    expect(roundPhase(round, new Date(now))).toBe(expected);
    expect(takesAnswers(round, new Date(now))).toBe(expected === 'open');
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
