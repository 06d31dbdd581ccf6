import { conditionsOf, roundPhase, type Round, type RoundEvent } from '#lib/domain/round.ts';
import { scheduleKeys } from '#lib/domain/round-schedule.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

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

/** Some rounds by their ids, the newest reference period first. */
export function listRoundsOf(tx: Tx, ids: readonly string[]): Promise<Round[]> {
  return tx.query<Round>(`select ${columns} from round where id = any ($1) order by period_end desc, id`, [ids]);
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

/** The round of the same region and core whose period ends first after this one's, among those opened; null is none. */
export async function findRoundAfter(tx: Tx, round: Round): Promise<Round | null> {
  const [after] = await tx.query<Round>(
    `select ${columns}
    from round
    where korus_region = $1
      and questionnaire_id = $2
      and period_end > $3
      and opened_at is not null
    order by period_end, id
    limit 1`,
    [round.korusRegion, round.questionnaireId, round.periodEnd]
  );
  return after ?? null;
}

/** The last frozen round of the same region and core with an earlier period, that its municipalities reported to; null is none. */
export async function findFrozenBefore(tx: Tx, round: Round, now: Date): Promise<Round | null> {
  const [before] = await tx.query<Round>(
    `select ${columns}
    from round
    where korus_region = $1
      and questionnaire_id = $2
      and period_end < $3
      and opened_at is not null
      and data_kind <> 'published'
      and freezes_at <= $4
    order by period_end desc, id
    limit 1`,
    [round.korusRegion, round.questionnaireId, round.periodEnd, now]
  );
  return before ?? null;
}

/** Adds a round, opened or to be prepared; its expected municipalities are added in the same transaction. */
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
  if (round.openedAt === null) {
    const detail = { copiedFrom: round.copiedFrom };
    await recordAudit(tx, { at, chain: round.korusRegion, action: 'round_prepared', subject: round.id, detail });
  } else {
    await recordAudit(tx, { at, chain: 'system', action: 'round_opened', subject: round.id, detail: {} });
  }
}

/** Refuses what the table of states does not let an adviser do with the round now. */
export function requireTransition(round: Round, event: RoundEvent, now: Date): void {
  if (conditionsOf(roundPhase(round, now), event) === null) throw Problem.roundClosed(round.id);
}

const changeable = ['name', 'periodStart', 'periodEnd', ...scheduleKeys] as const;
export type RoundChange = Pick<Round, (typeof changeable)[number]>;

/** The same, and lets the store, which refuses it too, know the moment it is done at. */
export async function beginTransition(tx: Tx, round: Round, event: RoundEvent, at: Date): Promise<void> {
  requireTransition(round, event, at);
  await tx.query(`select set_config('app.moment', $1, true)`, [at.toISOString()]);
}

/** Changes name, period and moments; the audit tells each with before and after. Nothing to change gives no row. */
export async function changeRound(tx: Tx, before: Round, after: RoundChange, at: Date): Promise<void> {
  await beginTransition(tx, before, 'move_dates', at);
  const changed = changeable.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return;
  const rows = await tx.query(
    `update round
    set name = $2, period_start = $3, period_end = $4, opens_at = $5, deadline_at = $6, closes_at = $7, freezes_at = $8
    where id = $1
      and freezes_at = $9
      and (opened_at is null) = $10
    returning id`,
    [before.id, ...changeable.map((key) => after[key]), before.freezesAt, before.openedAt === null]
  );
  if (rows.length === 0) throw Problem.conflict('try-again');
  const detail = { changes: Object.fromEntries(changed.map((key) => [key, [before[key], after[key]]])) };
  await recordAudit(tx, { at, chain: before.korusRegion, action: 'round_changed', subject: before.id, detail });
}

/** Opens a prepared round and freezes its list, all or nothing; from then on its respondents know of it. */
export async function openPrepared(tx: Tx, round: Round, expected: number, at: Date): Promise<void> {
  await beginTransition(tx, round, 'open', at);
  if (expected === 0 || round.closesAt <= at) throw Problem.conflict('not-ready');
  const rows = await tx.query(`update round set opened_at = $2 where id = $1 and opened_at is null returning id`, [
    round.id,
    at
  ]);
  if (rows.length === 0) throw Problem.conflict('try-again');
  const [chain, subject] = [round.korusRegion, round.id];
  await recordAudit(tx, { at, chain, action: 'expected_frozen', subject, detail: { expected } });
  await recordAudit(tx, { at, chain, action: 'round_opened', subject, detail: {} });
}

/** Removes a round that was never opened, with its list. */
export async function discardRound(tx: Tx, round: Round, at: Date): Promise<void> {
  await beginTransition(tx, round, 'discard', at);
  const { id: subject, korusRegion: chain, name } = round;
  await tx.query(`delete from assignment where round_id = $1`, [subject]);
  const rows = await tx.query(`delete from round where id = $1 returning id`, [subject]);
  if (rows.length === 0) throw Problem.conflict('try-again');
  await recordAudit(tx, { at, chain, action: 'round_discarded', subject, detail: { name } });
}
