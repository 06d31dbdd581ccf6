import type { AnswerKey } from '#lib/server/answer-change.ts';
import type { Tx } from '#lib/server/db.ts';
import { listLatestEdits, listOverwritten, type DraftEdit } from '#lib/server/draft-edit.ts';
import { listPresent, type Present } from '#lib/server/draft-presence.ts';

/** What others do with a draft: the newest edit of each field, values that were overwritten unseen, and who is there. */
export type DraftState = { latest: DraftEdit[]; overwritten: DraftEdit[]; present: Present[] };

/** Reads it for whoever answers. */
export async function readDraftState(tx: Tx, key: AnswerKey, now: Date): Promise<DraftState> {
  return {
    latest: await listLatestEdits(tx, key),
    overwritten: await listOverwritten(tx, key),
    present: await listPresent(tx, key, now)
  };
}
