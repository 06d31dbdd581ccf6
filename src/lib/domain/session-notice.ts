/** When a session ends at the latest, and when it ends if it is not used again, in milliseconds since 1970. */
export type SessionTimes = { endsAt: number; idlesOutAt: number };

/** What to tell whoever has a page open: it ends unless it is used, it ends soon in any case, or it has ended. */
export type SessionNotice = 'none' | 'idle' | 'ending' | 'ended';

const idleWarningMs = 2 * 60_000;
const endWarningMs = 10 * 60_000;

export function sessionNotice({ endsAt, idlesOutAt }: SessionTimes, now: number): SessionNotice {
  if (now >= idlesOutAt) return 'ended';
  if (idlesOutAt < endsAt && idlesOutAt - now <= idleWarningMs) return 'idle';
  return endsAt - now <= endWarningMs ? 'ending' : 'none';
}
