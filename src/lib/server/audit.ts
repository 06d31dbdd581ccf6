import type { Tx } from './db.ts';

export type AuditEntry = {
  at: Date;
  /** The chain of the unit it concerns (`chainOf`), or 'system'. */
  chain: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  /** What stood there before and after, by key; only those who may read the answers see it. */
  change?: Record<string, [before: unknown, after: unknown]>;
};

/** Appends one row to its chain, in the transaction of the change it tells of. The store itself adds who did it. */
export async function recordAudit(tx: Tx, { at, chain, action, subject, detail, change }: AuditEntry): Promise<void> {
  await tx.query(
    `insert into audit (at, chain, action, subject, detail, change)
     values ($1, $2, $3, $4, $5, $6)`,
    [at, chain, action, subject, JSON.stringify(detail), change ? JSON.stringify(change) : null]
  );
}

/** Where a chain ends: how many rows it has, and the number and hash of the last. */
export type AuditHead = { chain: string; length: number; sequence: number; hash: string };

/** Where every chain ends, by chain; kept elsewhere they show later whether rows were removed. For system actors. */
export function listAuditHeads(tx: Tx): Promise<AuditHead[]> {
  return tx.query<AuditHead>(
    `select chain, length, sequence, encode(hash, 'hex') as hash from audit_head order by chain`
  );
}

/**
 * The first row that was changed, or whose predecessor is gone, or the head whose row is; null when all chains are
 * whole. For system actors, who see all rows.
 */
export async function verifyAuditChain(tx: Tx): Promise<{ sequence: number } | null> {
  const [found] = await tx.query<{ actor: string; sequence: number | null }>(
    `with link as (
      select chain, sequence, previous_hash, hash, audit_hash(audit) as true_hash,
             lag(hash, 1, ''::bytea) over (partition by chain order by sequence) as true_previous_hash
      from audit
    ),
    chain_end as (
      select distinct on (chain) chain, sequence, hash, count(*) over (partition by chain) as length
      from link
      order by chain, sequence desc
    )
    select app_actor() as actor, min(broken.sequence) as sequence
    from (
      select sequence
      from link
      where hash <> true_hash or previous_hash <> true_previous_hash
      union all
      select coalesce(head.sequence, chain_end.sequence)
      from audit_head as head
      full join chain_end on chain_end.chain = head.chain
      where (head.length, head.sequence, head.hash)
        is distinct from (chain_end.length, chain_end.sequence, chain_end.hash)
    ) as broken`
  );
  if (found?.actor !== 'system') throw new Error('only a system actor sees the whole audit: ' + found?.actor);
  return found.sequence === null ? null : { sequence: found.sequence };
}
