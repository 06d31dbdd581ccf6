import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { newToken, tokenHash } from './token.ts';

const daysValid = 14;

/** What someone who is invited is shown. `isUsable` is false once it is used, declined, ended or nothing is given any more. */
export type Invitation = {
  personId: string;
  name: string;
  email: string | null;
  giverId: string | null;
  giverName: string | null;
  giverEmail: string | null;
  isUsable: boolean;
};

/** What came of the latest invitation of a person, and whom they think should have had it instead. */
export type InvitationState = {
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  declinedAt: Date | null;
  suggestedName: string | null;
  suggestedEmail: string | null;
};

/** Someone whom an invited person names in their place. */
export type Suggestion = { name: string; email: string };

type NewInvitation = { personId: string; by: string | null; chain: string };

const isUsable = `
  invitation.used_at is null
  and invitation.declined_at is null
  and invitation.expires_at > $2
  and exists (
    select
    from role_grant
    where role_grant.person_id = invitation.person_id
      and (valid_until is null or valid_until > $2)
  )`;

/** Makes an invitation of 14 days and ends those the person had; only its hash is stored. Returns the token. */
export async function makeInvitation(tx: Tx, { personId, by, chain }: NewInvitation, now: Date): Promise<string> {
  const token = newToken();
  await tx.query(
    `update invitation set expires_at = $2
    where person_id = $1 and used_at is null and declined_at is null and expires_at > $2`,
    [personId, now]
  );
  await tx.query(
    `insert into invitation (token_hash, person_id, created_by, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
    [tokenHash(token), personId, by, now, new Date(now.getTime() + daysValid * 86_400_000)]
  );
  await recordAudit(tx, { at: now, chain, action: 'invitation_made', subject: personId, detail: {} });
  return token;
}

/** The invitation of a link; looking does not use it up, so that mail scanners may open it. For system actors. */
export async function findInvitation(tx: Tx, token: string, now: Date): Promise<Invitation | null> {
  const [found] = await tx.query<Invitation>(
    `select person.id as "personId", person.name, person.email,
      giver.id as "giverId", giver.name as "giverName", giver.email as "giverEmail", ${isUsable} as "isUsable"
    from invitation
    join person on person.id = invitation.person_id
    left join person as giver on giver.id = invitation.created_by
    where token_hash = $1`,
    [tokenHash(token), now]
  );
  return found ?? null;
}

/** Uses an invitation up and returns its person, whose account it now is; null when it cannot be used. For system actors. */
export async function acceptInvitation(tx: Tx, token: string, now: Date): Promise<string | null> {
  const [used] = await tx.query<{ personId: string }>(
    `update invitation set used_at = $2
    where token_hash = $1 and ${isUsable}
    returning person_id as "personId"`,
    [tokenHash(token), now]
  );
  if (!used) return null;
  const { personId } = used;
  await recordAudit(tx, { at: now, chain: 'system', action: 'invitation_used', subject: personId, detail: {} });
  return personId;
}

/** Marks a usable invitation as declined, with who should have had it; false when it cannot be used. For system actors. */
export async function refuseInvitation(
  tx: Tx,
  token: string,
  suggested: Suggestion | null,
  now: Date
): Promise<boolean> {
  const [refused] = await tx.query<{ personId: string }>(
    `update invitation set declined_at = $2, suggested_name = $3, suggested_email = $4
    where token_hash = $1 and ${isUsable}
    returning person_id as "personId"`,
    [tokenHash(token), now, suggested?.name ?? null, suggested?.email.toLowerCase() ?? null]
  );
  if (!refused) return false;
  const detail = { suggests: suggested !== null };
  await recordAudit(tx, { at: now, chain: 'system', action: 'invitation_declined', subject: refused.personId, detail });
  return true;
}

/** The latest invitation of a person, or null. */
export async function latestInvitation(tx: Tx, personId: string): Promise<InvitationState | null> {
  const [latest] = await tx.query<InvitationState>(
    `select created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt", declined_at as "declinedAt",
      suggested_name as "suggestedName", suggested_email as "suggestedEmail"
    from invitation
    where person_id = $1
    order by created_at desc, expires_at desc
    limit 1`,
    [personId]
  );
  return latest ?? null;
}
