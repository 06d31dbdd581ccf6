import type { Judgement } from '#lib/domain/estimate/ladder.ts';
import type { Round } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import type { PersonUser } from './person.ts';

/** A judgement with who made it, as the region's advisers see it. */
export type MadeJudgement = Judgement & { municipalityNo: string; byName: string; at: Date };
/** What is thought of a municipality now; null takes back what was thought. */
export type NewJudgement = { municipalityNo: string; judgement: Judgement | null };
type Subject = { round: Pick<Round, 'id' | 'korusRegion'>; indicator: string };

/** The judgements that count of a figure in a round, by number. */
export async function listJudgements(tx: Tx, { round, indicator }: Subject): Promise<MadeJudgement[]> {
  return tx.query<MadeJudgement>(
    `select "municipalityNo", cases, reason, "byName", at
    from (
      select distinct on (municipality_no)
        municipality_no as "municipalityNo",
        cases,
        reason,
        judged_by_name as "byName",
        judged_at as at
      from estimate_judgement
      where korus_region = $1 and round_id = $2 and indicator = $3
      order by municipality_no, version desc
    ) as newest
    where cases is not null
    order by "municipalityNo"`,
    [round.korusRegion, round.id, indicator]
  );
}

/** Keeps what has changed since as new versions, with one audit row for each; which figures stand in it only the region reads. */
export async function saveJudgements(
  tx: Tx,
  { round, indicator }: Subject,
  judgements: readonly NewJudgement[],
  { user, at }: { user: PersonUser; at: Date }
): Promise<void> {
  for (const { municipalityNo, judgement } of judgements) {
    await tx.query(
      `insert into estimate_judgement
        (korus_region, round_id, indicator, municipality_no, version, cases, reason, judged_by, judged_by_name, judged_at)
      select $1, $2, $3, $4, coalesce(max(version), 0) + 1, $5, $6, $7, $8, $9
      from estimate_judgement
      where korus_region = $1 and round_id = $2 and indicator = $3 and municipality_no = $4`,
      [
        ...[round.korusRegion, round.id, indicator, municipalityNo],
        ...[judgement?.cases ?? null, judgement?.reason ?? null, user.personId, user.name, at]
      ]
    );
    const detail = { indicator, municipality: municipalityNo, isWithdrawn: judgement === null };
    await recordAudit(tx, { at, chain: round.korusRegion, action: 'estimate_judged', subject: round.id, detail });
  }
}
