/** Where the review of one version of an answer stands. */
export const reviewStates = ['unreviewed', 'accepted', 'returned'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What happens to a review. `renew` is a new version: what was decided of the one before does not hold for it. */
export type ReviewEvent = 'accept' | 'return' | 'undo' | 'renew';

/** The one table of what may happen to a review; all but `renew`, which the municipality does, are an adviser's. */
export const reviewTransitions: Record<ReviewEvent, { from: readonly ReviewState[]; to: ReviewState }> = {
  accept: { from: ['unreviewed', 'returned'], to: 'accepted' },
  return: { from: ['unreviewed', 'accepted'], to: 'returned' },
  undo: { from: ['accepted', 'returned'], to: 'unreviewed' },
  renew: { from: ['unreviewed', 'accepted', 'returned'], to: 'unreviewed' }
};

/** The state after an event, or null when it may not happen now. */
export function nextReviewState(state: ReviewState, event: ReviewEvent): ReviewState | null {
  const { from, to } = reviewTransitions[event];
  return from.includes(state) ? to : null;
}
