import { countedField, filledWithCounts, ownCountsOf } from '#lib/domain/own-count.ts';
import type { App as Opened } from '#lib/server/app.ts';
import { saveDraft } from '#lib/server/draft.ts';
import { readOwnAnswer } from '../own-answer.ts';
import { editorOf, type Respondent } from '../respondent.ts';

/**
 * Puts what was counted in a file into the draft, in the fields of its questions; blank takes away only that it was
 * counted. False when the answer was sent meanwhile.
 */
export async function keepCounted(app: Opened, writer: Respondent, typed: string): Promise<boolean> {
  const { actor, questionnaire, round: period } = writer;
  const at = app.clock();
  const { fields: base, basedOn } = await readOwnAnswer(app.db, writer, at);
  const fields = { ...base, [countedField]: typed.slice(0, 500) };
  const own = ownCountsOf(questionnaire, { register: null, period, fields });
  if (!own && !base[countedField]) return true;
  const filled = own ? filledWithCounts(questionnaire, fields, own) : { ...fields, [countedField]: '' };
  const form = { base, typed: filled, basedOn, editor: editorOf(writer, 'file') };
  const saved = await app.db.transaction(actor, (tx) => saveDraft(tx, actor, form, { at }));
  return !('newer' in saved);
}
