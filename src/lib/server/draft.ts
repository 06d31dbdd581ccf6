import type { Fields } from '#lib/domain/answer.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

export type Draft = { fields: Fields; savedAt: Date };

/** What a municipality has typed and not sent, or null. */
export async function readDraft(tx: Tx, roundId: string, municipalityNo: string): Promise<Draft | null> {
  const [draft] = await tx.query<Draft>(
    `select fields, saved_at as "savedAt" from draft where municipality_no = $1 and round_id = $2`,
    [municipalityNo, roundId]
  );
  return draft ?? null;
}

/** Keeps what is typed, valid or not. The audit says that a draft was begun, not each keystroke after it. */
export async function saveDraft(
  tx: Tx,
  key: { roundId: string; municipalityNo: string },
  fields: Fields,
  at: Date
): Promise<void> {
  const [saved] = await tx.query<{ isNew: boolean }>(
    `insert into draft (municipality_no, round_id, fields, saved_at)
    values ($1, $2, $3, $4)
    on conflict (municipality_no, round_id) do update set fields = excluded.fields, saved_at = excluded.saved_at
    returning xmax = 0 as "isNew"`,
    [key.municipalityNo, key.roundId, JSON.stringify(fields), at]
  );
  if (!saved?.isNew) return;
  const subject = `${key.roundId}/${key.municipalityNo}`;
  await recordAudit(tx, { at, chain: key.municipalityNo, action: 'draft_begun', subject, detail: {} });
}
