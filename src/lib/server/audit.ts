import type { Tx } from './db.ts';

export type AuditEntry = {
  at: Date;
  /** A municipality number, or 'system'. */
  chain: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

/** Appends one row to its chain, in the transaction of the change it tells of. The store itself adds who did it. */
export async function recordAudit(tx: Tx, { at, chain, action, subject, detail }: AuditEntry): Promise<void> {
  await tx.query(
    `insert into audit (at, chain, action, subject, detail)
     values ($1, $2, $3, $4, $5)`,
    [at, chain, action, subject, JSON.stringify(detail)]
  );
}

/** The first row that was changed, or whose predecessor is gone; null when whole. For system actors, who see all rows. */
export async function verifyAuditChain(tx: Tx): Promise<{ sequence: number } | null> {
  const [found] = await tx.query<{ actor: string; sequence: number | null }>(
    `select app_actor() as actor,
            (select min(link.sequence)
             from (
               select sequence, previous_hash, hash, audit_hash(audit) as true_hash,
                      lag(hash, 1, ''::bytea) over (partition by chain order by sequence) as true_previous_hash
               from audit
             ) as link
             where link.hash <> link.true_hash
                or link.previous_hash <> link.true_previous_hash) as sequence`
  );
  if (found?.actor !== 'system') throw new Error('only a system actor sees the whole audit: ' + found?.actor);
  return found.sequence === null ? null : { sequence: found.sequence };
}
