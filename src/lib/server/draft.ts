import type { Fields } from '#lib/domain/answer.ts';
import { mergeDraft, type FieldChange, type TypedForm } from '#lib/domain/draft-merge.ts';
import { holdAnswer, isNewer, readLastSent, type AnswerChange, type AnswerKey } from './answer-change.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { addEdits, findEdit, type Editor } from './draft-edit.ts';

export type Draft = { fields: Fields; savedAt: Date };

/** A form that somebody saves: built on a change of the answer, with the number of an edit that they choose to use or keep. */
export type SavedForm = TypedForm & { basedOn: Date | null; editor: Editor; chosen?: number | null };

/** The draft with the form in it, or the answer that was sent since the form was opened. `savedAt`: null when there is none. */
export type Saved = { savedAt: Date | null; fields: Fields; isUnseen: boolean } | { newer: AnswerChange };

/** What a municipality has typed and not sent, or null. */
export async function readDraft(tx: Tx, roundId: string, municipalityNo: string): Promise<Draft | null> {
  const [draft] = await tx.query<Draft>(
    `select fields, saved_at as "savedAt" from draft where municipality_no = $1 and round_id = $2`,
    [municipalityNo, roundId]
  );
  return draft ?? null;
}

/**
 * Puts a form into the draft, valid or not, field by field: nothing that others have saved is lost, it stands in the draft
 * or among its edits. A form that was opened before the answer was sent is not saved. With `isLooking` a draft is not begun.
 */
export async function saveDraft(
  tx: Tx,
  key: AnswerKey,
  form: SavedForm,
  { at, isLooking = false }: { at: Date; isLooking?: boolean }
): Promise<Saved> {
  const last = await holdAnswer(tx, key);
  const newer = await sentSince(tx, key, last, form.basedOn);
  if (newer) return { newer };
  const draft = last && !last.isSent ? await readDraft(tx, key.roundId, key.municipalityNo) : null;
  const merged = mergeDraft(draft?.fields ?? form.base, form);
  const { fields, changes, settles } = await withChoice(tx, key, merged, form);
  const { isUnseen } = merged;
  const isToWrite = changes.length > 0 || (draft === null && !isLooking);
  if (!isToWrite) return { savedAt: draft?.savedAt ?? null, fields, isUnseen };
  const savedAt = momentAfter(last, at);
  await writeDraft(tx, key, fields, savedAt);
  await addEdits(tx, key, { changes, settles, editor: form.editor, at: savedAt });
  return { savedAt, fields, isUnseen };
}

/** When each municipality of a round last saved a draft, by number; never what stands in it. */
export async function listDraftsBegun(tx: Tx, roundId: string): Promise<Map<string, Date>> {
  const rows = await tx.query<{ municipalityNo: string; savedAt: Date }>(
    `select municipality_no as "municipalityNo", saved_at as "savedAt" from app_drafts_begun($1)`,
    [roundId]
  );
  return new Map(rows.map(({ municipalityNo, savedAt }) => [municipalityNo, savedAt]));
}

/** Later than the last change, whatever the clock says, so that a change is known by its time. */
function momentAfter(last: AnswerChange | null, at: Date): Date {
  return last && last.at >= at ? new Date(last.at.getTime() + 1) : at;
}

async function sentSince(
  tx: Tx,
  key: AnswerKey,
  last: AnswerChange | null,
  basedOn: Date | null
): Promise<AnswerChange | null> {
  if (last === null || last.isSent) return last && isNewer(last, basedOn) ? last : null;
  const sent = await readLastSent(tx, key);
  return sent && (basedOn === null || sent.at > basedOn) ? sent : null;
}

/** A choice between what stands in a field and a value that was overwritten there: it ends the question, either way. */
async function withChoice(
  tx: Tx,
  key: AnswerKey,
  { fields, changes }: { fields: Fields; changes: FieldChange[] },
  { chosen }: SavedForm
): Promise<{ fields: Fields; changes: FieldChange[]; settles: string[] }> {
  const edit = chosen ? await findEdit(tx, key, chosen) : null;
  if (!edit) return { fields, changes, settles: [] };
  const { field, value } = edit;
  const choice = { field, value, before: fields[field] ?? '', isUnseen: false };
  return { fields: { ...fields, [field]: value }, changes: [...changes, choice], settles: [field] };
}

async function writeDraft(tx: Tx, { roundId, municipalityNo }: AnswerKey, fields: Fields, at: Date): Promise<void> {
  const [saved] = await tx.query<{ isNew: boolean }>(
    `insert into draft (municipality_no, round_id, fields, saved_at)
    values ($1, $2, $3, $4)
    on conflict (municipality_no, round_id) do update set fields = excluded.fields, saved_at = excluded.saved_at
    returning xmax = 0 as "isNew"`,
    [municipalityNo, roundId, JSON.stringify(fields), at]
  );
  if (saved?.isNew) {
    const subject = `${roundId}/${municipalityNo}`;
    await recordAudit(tx, { at, chain: municipalityNo, action: 'draft_begun', subject, detail: {} });
  }
}
