/** The ways a municipality may answer a question about a figure, in the order they are offered. */
export const reasonCodes = ['right', 'not_counted', 'other_period', 'transferred', 'cannot_fix', 'other'] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** The answer to a question about a figure. `last` is the count of the last round that the question held it against. */
export type Reason = { code: ReasonCode; text: string; last?: number };

/** Reasons as they are kept with a report, by question; those of early reports are a text only. */
export type StoredReasons = Record<string, string | Reason>;

/** A reason as it was kept: a text alone is one of another kind. */
export function readReason(stored: string | Reason): Reason {
  return typeof stored === 'string' ? { code: 'other', text: stored } : stored;
}

/** The code with this id, or null when there is none. */
export function findReasonCode(id: string | undefined): ReasonCode | null {
  return reasonCodes.find((code) => code === id) ?? null;
}
