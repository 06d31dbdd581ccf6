import { largestTally, type ReferralSource, type Tally } from '#lib/domain/case/self-referral.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';

/** The tallies of a municipality, the newest month first; empty for those who do not work with its cases. */
export function listTallies(tx: Tx, municipalityNo: string): Promise<Tally[]> {
  return tx.query<Tally>(
    `select month::text as month, source, count
    from self_referral
    where municipality_no = $1
    order by month desc, source`,
    [municipalityNo]
  );
}

type TallyChange = {
  unitNo: string;
  municipalityNo: string;
  month: string;
  source: ReferralSource;
  by: 1 | -1;
};

/** Counts one more or one less; false when there is none to take away, or the tally is full. */
export async function changeTally(
  tx: Tx,
  { unitNo, municipalityNo, month, source, by }: TallyChange,
  at: Date
): Promise<boolean> {
  const changed = await tx.query(
    by === 1
      ? `insert into self_referral (municipality_no, month, source, count, changed_at)
        values ($1, $2, $3, 1, $4)
        on conflict (municipality_no, month, source) do update
        set count = self_referral.count + 1, changed_at = excluded.changed_at
        where self_referral.count < ${largestTally}
        returning count`
      : `update self_referral
        set count = count - 1, changed_at = $4
        where municipality_no = $1 and month = $2 and source = $3 and count > 0
        returning count`,
    [municipalityNo, month, source, at]
  );
  if (changed.length === 0) return false;
  const detail = { month: month.slice(0, 7), source, by };
  await recordAudit(tx, {
    ...{ at, chain: `unit-${unitNo}`, action: 'self_referral_counted', subject: municipalityNo, detail }
  });
  return true;
}
