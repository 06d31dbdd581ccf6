/** Where something that came in stands: it waits for somebody, cannot be read, was sent on to paper, or is settled. */
export type IncomingState = 'waiting' | 'unreadable' | 'rejected' | 'used' | 'set_aside';

/** Why something that came in is no case. */
export const asideReasons = ['not_a_referral', 'other_receiver', 'known_before'] as const;
export type AsideReason = (typeof asideReasons)[number];

/** Days that what was set aside is kept, in case it was a mistake. */
export const asideDays = 30;
/** Hours that we try to read something before it is sent on to paper. */
const unreadableHours = 24;
const minutesBetweenTries = 60;

/** What to do with something that cannot be read yet: try again, wait, or give it up for good. */
export function nextTry(
  { fetchedAt, triedAt }: { fetchedAt: Date; triedAt: Date },
  now: Date
): 'try' | 'wait' | 'give_up' {
  if (now.getTime() - triedAt.getTime() < minutesBetweenTries * 60_000) return 'wait';
  return now.getTime() - fetchedAt.getTime() < unreadableHours * 3_600_000 ? 'try' : 'give_up';
}
