import type { Fields } from '#lib/domain/answer.ts';
import { holdAnswer, isNewer, type AnswerChange, type AnswerKey } from './answer-change.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

export type Draft = { fields: Fields; savedAt: Date };

/** A saved draft, or the change by someone else that it would have erased. */
export type Saved = { savedAt: Date } | { newer: AnswerChange };

/** What a municipality has typed and not sent, or null. */
export async function readDraft(tx: Tx, roundId: string, municipalityNo: string): Promise<Draft | null> {
  const [draft] = await tx.query<Draft>(
    `select fields, saved_at as "savedAt" from draft where municipality_no = $1 and round_id = $2`,
    [municipalityNo, roundId]
  );
  return draft ?? null;
}

/**
 * Keeps what is typed, valid or not, unless the answer has changed since the moment the form was built on: the later
 * save never erases another's. The audit says that a draft was begun, not each keystroke after it.
 */
export async function saveDraft(
  tx: Tx,
  { roundId, municipalityNo }: AnswerKey,
  { fields, basedOn }: { fields: Fields; basedOn: Date | null },
  at: Date
): Promise<Saved> {
  const last = await holdAnswer(tx, { roundId, municipalityNo });
  if (last && isNewer(last, basedOn)) return { newer: last };
  const savedAt = new Date(Math.max(at.getTime(), (last?.at.getTime() ?? 0) + 1));
  const [saved] = await tx.query<{ isNew: boolean }>(
    `insert into draft (municipality_no, round_id, fields, saved_at)
    values ($1, $2, $3, $4)
    on conflict (municipality_no, round_id) do update set fields = excluded.fields, saved_at = excluded.saved_at
    returning xmax = 0 as "isNew"`,
    [municipalityNo, roundId, JSON.stringify(fields), savedAt]
  );
  if (saved?.isNew) {
    const subject = `${roundId}/${municipalityNo}`;
    await recordAudit(tx, { at, chain: municipalityNo, action: 'draft_begun', subject, detail: {} });
  }
  return { savedAt };
}

/** When each municipality of a round last saved a draft, by number; never what stands in it. */
export async function listDraftsBegun(tx: Tx, roundId: string): Promise<Map<string, Date>> {
  const rows = await tx.query<{ municipalityNo: string; savedAt: Date }>(
    `select municipality_no as "municipalityNo", saved_at as "savedAt" from app_drafts_begun($1)`,
    [roundId]
  );
  return new Map(rows.map(({ municipalityNo, savedAt }) => [municipalityNo, savedAt]));
}
