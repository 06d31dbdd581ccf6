import { filledWith } from '#lib/domain/answer-file.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { saveDraft } from '#lib/server/draft.ts';
import { largestFile, readAnswerCsv } from '#lib/ui/answer/answer-csv.ts';
import { readOwnAnswer } from '../own-answer.ts';
import { editorOf, type Respondent } from '../respondent.ts';

type Filling = { sentences: string[]; filled: number | null };

/**
 * Puts a file into the draft, and never sends it in. `filled` is how many fields it changed, null when nothing was
 * stored, with the sentences that say why.
 */
export async function fillFromFile({ app, language }: App.Locals, writer: Respondent, file: File): Promise<Filling> {
  const text = messagesIn(language).answering.file;
  if (file.size > largestFile) return { sentences: [text.problem.too_large], filled: null };
  const read = readAnswerCsv(writer.questionnaire, new Uint8Array(await file.arrayBuffer()), language);
  if (read.sentences.length > 0) return { sentences: read.sentences, filled: null };
  const own = await readOwnAnswer(app.db, writer, app.clock());
  const fields = filledWith(own.fields, read.fields);
  const names = new Set([...Object.keys(fields), ...Object.keys(own.fields)]);
  const changed = [...names].filter((name) => fields[name] !== own.fields[name]);
  if (changed.length === 0) return { sentences: [], filled: 0 };
  const { actor } = writer;
  const saved = await app.db.transaction(actor, (tx) =>
    saveDraft(
      tx,
      actor,
      { base: own.fields, typed: fields, basedOn: own.basedOn, editor: editorOf(writer, 'file') },
      { at: app.clock() }
    )
  );
  return 'newer' in saved ? { sentences: [text.newer], filled: null } : { sentences: [], filled: changed.length };
}
