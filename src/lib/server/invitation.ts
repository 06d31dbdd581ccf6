import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { tokenHash } from './token.ts';

/** Whom an invitation is for. `isUsable` is false once it is used or has run out. */
export type Invitation = { personId: string; isUsable: boolean };

/** The invitation of a link; looking does not use it up, so that mail scanners may open it. For system actors. */
export async function findInvitation(tx: Tx, token: string, now: Date): Promise<Invitation | null> {
  const [found] = await tx.query<Invitation>(
    `select person_id as "personId", used_at is null and expires_at > $2 as "isUsable"
    from invitation
    where token_hash = $1`,
    [tokenHash(token), now]
  );
  return found ?? null;
}

/** Uses an invitation up and returns its person, whose account it now is; null when it cannot be used. For system actors. */
export async function acceptInvitation(tx: Tx, token: string, now: Date): Promise<string | null> {
  const [used] = await tx.query<{ personId: string }>(
    `update invitation set used_at = $2
    where token_hash = $1 and used_at is null and expires_at > $2
    returning person_id as "personId"`,
    [tokenHash(token), now]
  );
  if (!used) return null;
  const { personId } = used;
  await recordAudit(tx, { at: now, chain: 'system', action: 'invitation_used', subject: personId, detail: {} });
  return personId;
}
