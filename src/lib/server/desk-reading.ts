import type { Tx } from './db.ts';

/** Tells once in 24 hours, in the audit of each municipality, that the person has seen how it stands. */
export async function recordVisitsOf(tx: Tx, municipalities: readonly string[], at: Date): Promise<void> {
  const dayBefore = new Date(at.getTime() - 86_400_000);
  await tx.query(
    `insert into audit (at, chain, action, subject, detail)
    select $3, number, 'desk_seen', number, '{}'
    from app_desk_unseen($1, $2) as number`,
    [municipalities, dayBefore, at]
  );
}
