import type { Round } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

const columns = `
  id,
  korus_region as "korusRegion",
  slug,
  name,
  questionnaire_id as "questionnaireId",
  questionnaire_version as "questionnaireVersion",
  period_start::text as "periodStart",
  period_end::text as "periodEnd",
  opens_at as "opensAt",
  deadline_at as "deadlineAt",
  closes_at as "closesAt",
  freezes_at as "freezesAt",
  data_kind as "dataKind",
  opened_at as "openedAt",
  copied_from as "copiedFrom",
  addon`;

/** Every round the actor may know of, the newest reference period first. */
export function listRounds(tx: Tx): Promise<Round[]> {
  return tx.query<Round>(`select ${columns} from round order by period_end desc, id`);
}

/** One round by its id, or null. */
export async function findRound(tx: Tx, id: string): Promise<Round | null> {
  const [round] = await tx.query<Round>(`select ${columns} from round where id = $1`, [id]);
  return round ?? null;
}

/** One round by region and slug as in its address, or null. */
export async function findRoundAt(tx: Tx, korusRegion: string, slug: string): Promise<Round | null> {
  const [round] = await tx.query<Round>(`select ${columns} from round where korus_region = $1 and slug = $2`, [
    korusRegion,
    slug
  ]);
  return round ?? null;
}

/** The round of the same region and core whose period ended last before this one's, among those opened; null is none. */
export async function findRoundBefore(tx: Tx, round: Round): Promise<Round | null> {
  const [before] = await tx.query<Round>(
    `select ${columns}
    from round
    where korus_region = $1
      and questionnaire_id = $2
      and period_end < $3
      and opened_at is not null
    order by period_end desc
    limit 1`,
    [round.korusRegion, round.questionnaireId, round.periodEnd]
  );
  return before ?? null;
}

/** Adds a round; its expected municipalities are added by `addAssignments` in the same transaction. */
export async function addRound(tx: Tx, round: Round, at: Date): Promise<void> {
  await tx.query(
    `insert into round (id, korus_region, slug, name, questionnaire_id, questionnaire_version, period_start, period_end,
      opens_at, deadline_at, closes_at, freezes_at, data_kind, opened_at, copied_from, addon)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      round.id,
      round.korusRegion,
      round.slug,
      round.name,
      round.questionnaireId,
      round.questionnaireVersion,
      round.periodStart,
      round.periodEnd,
      round.opensAt,
      round.deadlineAt,
      round.closesAt,
      round.freezesAt,
      round.dataKind,
      round.openedAt,
      round.copiedFrom,
      JSON.stringify(round.addon)
    ]
  );
  await recordAudit(tx, { at, chain: 'system', action: 'round_opened', subject: round.id, detail: {} });
}
