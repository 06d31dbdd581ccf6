import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { newToken, tokenHash } from './token.ts';

const minutesValid = 15;

/** Makes a link of 15 minutes for one sign-in; only its hash is stored, and day-old ones are removed. Returns the token. */
export async function addLoginLink(tx: Tx, personId: string, now: Date): Promise<string> {
  const token = newToken();
  await tx.query(`delete from login_link where expires_at <= $1`, [new Date(now.getTime() - 86_400_000)]);
  const expiresAt = new Date(now.getTime() + minutesValid * 60_000);
  await tx.query(
    `insert into login_link (token_hash, person_id, created_at, expires_at)
    select $1, id, $3, $4
    from person
    where id = $2`,
    [tokenHash(token), personId, now, expiresAt]
  );
  await recordAudit(tx, { at: now, chain: 'system', action: 'login_link_made', subject: personId, detail: {} });
  return token;
}

/** Whether a link can still be used; looking does not use it up, so that mail scanners may open it. */
export async function isUsable(tx: Tx, token: string, now: Date): Promise<boolean> {
  const found = await tx.query(
    `select person_id from login_link where token_hash = $1 and used_at is null and expires_at > $2`,
    [tokenHash(token), now]
  );
  return found.length === 1;
}

/** Uses a link up and returns its person, or null when it is unknown, used or has run out. */
export async function useLoginLink(tx: Tx, token: string, now: Date): Promise<string | null> {
  const [used] = await tx.query<{ personId: string }>(
    `update login_link set used_at = $2
    where token_hash = $1 and used_at is null and expires_at > $2
    returning person_id as "personId"`,
    [tokenHash(token), now]
  );
  if (!used) return null;
  await recordAudit(tx, { at: now, chain: 'system', action: 'login_link_used', subject: used.personId, detail: {} });
  return used.personId;
}
