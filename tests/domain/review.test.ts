import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextReviewState, reviewStates, reviewTransitions, type ReviewEvent } from '#lib/domain/review.ts';

const events = Object.keys(reviewTransitions) as ReviewEvent[];

it('a new version is not reviewed, whatever was decided of the one before', () => {
  for (const state of reviewStates) expect(nextReviewState(state, 'renew')).toBe('unreviewed');
});

it('every decision can be undone, and nothing is decided twice', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reviewStates), fc.constantFrom(...events), (state, event) => {
      const next = nextReviewState(state, event);
      if (next === null) return;
      expect(nextReviewState(next, 'undo')).toBe(next === 'unreviewed' ? null : 'unreviewed');
      if (event !== 'renew') expect(nextReviewState(next, event)).toBeNull();
    }),
    { seed: 17 }
  );
});

it.each([
  ['unreviewed', 'undo'],
  ['accepted', 'accept'],
  ['returned', 'return']
] as const)('what is %s cannot be met with %s', (state, event) => {
  expect(nextReviewState(state, event)).toBeNull();
});

it.each([
  ['unreviewed', 'accept', 'accepted'],
  ['returned', 'accept', 'accepted'],
  ['unreviewed', 'return', 'returned'],
  ['accepted', 'return', 'returned']
] as const)('what is %s becomes, by %s, %s', (state, event, next) => {
  expect(nextReviewState(state, event)).toBe(next);
});
