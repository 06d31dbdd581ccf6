import type { CaseCounts } from '#lib/domain/case/case-count.ts';
import type { Tx } from '#lib/server/db.ts';

/**
 * The register's figures for a municipality and a round. `since` is the day (ISO) from which its cases are kept there;
 * `selfReferrals` is null where none were counted.
 */
export type RegisterCounts = CaseCounts & { since: string; selfReferrals: number | null };

/**
 * The register's figures of the municipality and the round that the actor answers for; null where there is no register, and
 * for all but somebody who has signed in and answers for the municipality. Reading is told in the unit's audit.
 */
export async function readRegisterCounts(tx: Tx, at: Date): Promise<RegisterCounts | null> {
  const [counts] = await tx.query<RegisterCounts>(
    `select
      since::text as since,
      received,
      handled,
      under_18 as "under18",
      carried_over as "carriedOver",
      not_met as "notMet",
      age_unknown as "ageUnknown",
      median_days as "medianDays",
      self_referrals as "selfReferrals"
    from app_register_counts($1)`,
    [at]
  );
  return counts ?? null;
}
