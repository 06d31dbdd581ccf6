import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

/** Tells once in 24 hours, in the audit of each municipality, that the person has seen how it stands. */
export async function recordVisitsOf(tx: Tx, municipalities: readonly string[], at: Date): Promise<void> {
  const dayBefore = new Date(at.getTime() - 86_400_000);
  const first = await tx.query<{ chain: string }>(
    `select asked.chain
    from unnest($1::text[]) as asked (chain)
    where not app_has_done(asked.chain, 'desk_seen', $2)
    order by asked.chain`,
    [municipalities, dayBefore]
  );
  for (const { chain } of first) await recordAudit(tx, { at, chain, action: 'desk_seen', subject: chain, detail: {} });
}
