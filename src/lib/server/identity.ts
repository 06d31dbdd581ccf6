import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** The person who signs in with this subject of an issuer, or null for one we have not met. */
export async function findIdentity(tx: Tx, issuer: string, subject: string): Promise<string | null> {
  const [found] = await tx.query<{ personId: string }>(
    `select person_id as "personId" from identity where issuer = $1 and subject = $2`,
    [issuer, subject]
  );
  return found?.personId ?? null;
}

/** Whether a person signs in with an account of their own; false for who does not manage them. */
export async function hasAccount(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx.query<{ has: boolean }>(`select app_has_account($1) as has`, [personId]);
  return row?.has === true;
}

/** Notes that an identity was used to sign in, and returns its person; null for one we have not met. */
export async function useIdentity(tx: Tx, issuer: string, subject: string, at: Date): Promise<string | null> {
  const [used] = await tx.query<{ personId: string }>(
    `update identity set last_used_at = $3
    where issuer = $1 and subject = $2
    returning person_id as "personId"`,
    [issuer, subject, at]
  );
  if (!used) return null;
  const { personId } = used;
  await recordAudit(tx, { at, chain: 'system', action: 'identity_used', subject: personId, detail: { issuer } });
  return personId;
}

type Binding = { issuer: string; subject: string; personId: string };

/** Lets someone sign in as a person from now on. Doing it again changes nothing; an identity never changes its person. */
export async function bindIdentity(tx: Tx, { issuer, subject, personId }: Binding, at: Date): Promise<void> {
  const bound = await tx.query(
    `insert into identity (issuer, subject, person_id, created_at, last_used_at)
    values ($1, $2, $3, $4, $4)
    on conflict do nothing
    returning person_id`,
    [issuer, subject, personId, at]
  );
  if (bound.length === 1) {
    return recordAudit(tx, { at, chain: 'system', action: 'identity_bound', subject: personId, detail: { issuer } });
  }
  if ((await findIdentity(tx, issuer, subject)) !== personId) throw Problem.conflict('identity-taken');
}

/**
 * Releases the accounts of a person and ends their sessions; whoever has one of them is unknown from then on, and the person
 * can be invited again. Returns how many accounts; refused for who does not administer every grant of the person.
 */
export async function unbindIdentity(
  tx: Tx,
  { personId, chain }: { personId: string; chain: string },
  at: Date
): Promise<number> {
  const removed = await tx.query<{ issuer: string | null }>(`select issuer from app_unbind_identity($1)`, [personId]);
  for (const { issuer } of removed) {
    if (issuer === null) {
      await recordAudit(tx, { at, chain: 'system', action: 'session_ended', subject: personId, detail: {} });
    } else {
      await recordAudit(tx, { at, chain, action: 'identity_unbound', subject: personId, detail: { issuer } });
    }
  }
  return removed.filter(({ issuer }) => issuer !== null).length;
}
