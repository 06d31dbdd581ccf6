import { randomUUID } from 'node:crypto';
import type { PoliceReferral } from '#lib/domain/police-referral.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';
import type { Round } from '#lib/domain/round.ts';

/** A referral as it stands, with its id and when it was entered. */
export type StoredReferral = PoliceReferral & { id: string; enteredAt: Date };
type Place = Pick<Round, 'id' | 'korusRegion'>;

/** What the police districts of a round were said to have referred, the newest first; what was withdrawn is left out. */
export function listPoliceReferrals(tx: Tx, roundId: string): Promise<StoredReferral[]> {
  return tx.query<StoredReferral>(
    `select
      id,
      district,
      unit,
      value,
      period_start::text as "from",
      period_end::text as "to",
      source,
      entered_at as "enteredAt"
    from police_referral
    where round_id = $1 and withdrawn_at is null
    order by entered_at desc, district, unit, id`,
    [roundId]
  );
}

/** Enters referrals, all of them or none; for advisers of the round's region. */
export async function addPoliceReferrals(
  tx: Tx,
  { id: roundId, korusRegion }: Place,
  referrals: readonly PoliceReferral[],
  at: Date
): Promise<void> {
  await tx.query(
    `insert into police_referral
      (round_id, id, district, unit, value, period_start, period_end, source, entered_by, entered_at)
    select $1, each.id, each.district, each.unit, each.value, each."from", each."to", each.source, app_person(), $3
    from jsonb_to_recordset($2) as each
      (id uuid, district text, unit text, value integer, "from" date, "to" date, source text)`,
    [roundId, JSON.stringify(referrals.map((one) => ({ id: randomUUID(), ...one }))), at]
  );
  const detail = { count: referrals.length };
  await recordAudit(tx, { at, chain: korusRegion, action: 'referrals_entered', subject: roundId, detail });
}

/** Takes back what was entered wrong. Throws not found when it does not stand, or is not one's own region's. */
export async function withdrawPoliceReferral(
  tx: Tx,
  { id: roundId, korusRegion }: Place,
  id: string,
  at: Date
): Promise<void> {
  const withdrawn = await tx.query(
    `update police_referral
    set withdrawn_at = $3
    where round_id = $1 and id::text = $2 and withdrawn_at is null
    returning id`,
    [roundId, id, at]
  );
  if (withdrawn.length === 0) throw Problem.notFound();
  await recordAudit(tx, { at, chain: korusRegion, action: 'referral_withdrawn', subject: roundId, detail: {} });
}
