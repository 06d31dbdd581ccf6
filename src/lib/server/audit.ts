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
 * What is wrong with a chain, at its first fault: a row does not fit its own hash (`changed`) or the row before it
 * (`missing`), rows are gone from the end (`cut`), or the head tells of another end (`head`). `sequence` is the row.
 */
export type AuditFault = { chain: string; sequence: number; kind: 'changed' | 'missing' | 'cut' | 'head' };

/** The first fault of every chain that has one, the lowest row first. For system actors, who see all rows. */
export async function findAuditFaults(tx: Tx): Promise<AuditFault[]> {
  await requireSystem(tx);
  return tx.query<AuditFault>(
    `with link as (
      select chain, sequence, previous_hash, hash, audit_hash(audit) as true_hash,
             lag(hash, 1, ''::bytea) over (partition by chain order by sequence) as true_previous_hash
      from audit
    ),
    chain_end as (
      select distinct on (chain) chain, sequence, hash, count(*) over (partition by chain) as length
      from link
      order by chain, sequence desc
    ),
    fault as (
      select chain, sequence, case when hash <> true_hash then 'changed' else 'missing' end as kind, 1 as place
      from link
      where hash <> true_hash or previous_hash <> true_previous_hash
      union all
      select
        coalesce(head.chain, chain_end.chain),
        coalesce(head.sequence, chain_end.sequence),
        case
          when chain_end.sequence is null or head.sequence > chain_end.sequence then 'cut'
          when head.sequence = chain_end.sequence and head.hash <> chain_end.hash then 'changed'
          else 'head'
        end,
        2
      from audit_head as head
      full join chain_end on chain_end.chain = head.chain
      where (head.length, head.sequence, head.hash)
        is distinct from (chain_end.length, chain_end.sequence, chain_end.hash)
    ),
    first_fault as (
      select distinct on (chain) chain, sequence, kind from fault order by chain, sequence, place
    )
    select chain, sequence, kind from first_fault order by sequence, chain`
  );
}

/** The first fault of all chains, or null when they are whole. For system actors. */
export async function verifyAuditChain(tx: Tx): Promise<AuditFault | null> {
  const [fault] = await findAuditFaults(tx);
  return fault ?? null;
}

/** A chain that no longer holds the end it had when its head was kept: `sequence` is that end. */
export type LostHead = { chain: string; sequence: number; kind: 'shorter' | 'rewritten' };

/** The chains that are shorter than heads kept elsewhere tell, or have another row at that place. For system actors. */
export async function findLostHeads(tx: Tx, kept: readonly AuditHead[]): Promise<LostHead[]> {
  await requireSystem(tx);
  return tx.query<LostHead>(
    `select
      kept.chain,
      kept.sequence,
      case when coalesce(head.length, 0) < kept.length then 'shorter' else 'rewritten' end as kind
    from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[]) as kept (chain, length, sequence, hash)
    left join audit_head as head on head.chain = kept.chain
    left join audit as kept_row on kept_row.chain = kept.chain and kept_row.sequence = kept.sequence
    where encode(kept_row.hash, 'hex') is distinct from kept.hash
      or kept.length <> (
        select count(*) from audit where audit.chain = kept.chain and audit.sequence <= kept.sequence
      )
    order by kept.chain`,
    [
      kept.map(({ chain }) => chain),
      kept.map(({ length }) => length),
      kept.map(({ sequence }) => sequence),
      kept.map(({ hash }) => hash)
    ]
  );
}

/** Other actors see no rows, and would call what they do not see whole. */
async function requireSystem(tx: Tx): Promise<void> {
  const [asking] = await tx.query<{ actor: string | null }>(`select app_actor() as actor`);
  if (asking?.actor !== 'system') throw new Error('only a system actor sees the whole audit: ' + asking?.actor);
}
