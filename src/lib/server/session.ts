import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { newToken, tokenHash } from './token.ts';

/** A session ends after 30 minutes without use and after two hours at the latest. */
export const idleMinutes = 30;
export const longestMinutes = 120;

/** Starts a session; the token goes in the cookie, its hash in the store. Those that have run out are removed. */
export async function startSession(tx: Tx, personId: string, now: Date): Promise<string> {
  const token = newToken();
  await tx.query(`delete from session where expires_at <= $1`, [now]);
  await tx.query(
    `insert into session (token_hash, person_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
    [tokenHash(token), personId, now, new Date(now.getTime() + longestMinutes * 60_000)]
  );
  await recordAudit(tx, { at: now, chain: 'system', action: 'session_started', subject: personId, detail: {} });
  return token;
}

/** The person behind a session that still holds, or null; being seen keeps it from idling out. */
export async function readSession(tx: Tx, token: string, now: Date): Promise<string | null> {
  const idleSince = new Date(now.getTime() - idleMinutes * 60_000);
  const [session] = await tx.query<{ personId: string; seenAt: Date }>(
    `select person_id as "personId", seen_at as "seenAt"
    from session
    where token_hash = $1 and seen_at > $2 and expires_at > $3`,
    [tokenHash(token), idleSince, now]
  );
  if (!session) return null;
  if (now.getTime() - session.seenAt.getTime() > 60_000) {
    await tx.query(`update session set seen_at = $2 where token_hash = $1`, [tokenHash(token), now]);
  }
  return session.personId;
}

/** Ends a session; ending one that is gone does nothing. */
export async function endSession(tx: Tx, token: string, now: Date): Promise<void> {
  const [ended] = await tx.query<{ personId: string }>(
    `delete from session where token_hash = $1 returning person_id as "personId"`,
    [tokenHash(token)]
  );
  if (!ended) return;
  await recordAudit(tx, { at: now, chain: 'system', action: 'session_ended', subject: ended.personId, detail: {} });
}
