import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Fields } from '#lib/domain/answer.ts';
import { filledWithCounts, ownCountsOf } from '#lib/domain/own-count.ts';
import { allConfirmed } from '#lib/domain/stable-fact.ts';
import { readRegisterCounts } from '#lib/server/case/count.ts';
import type { AnswerChange } from '#lib/server/answer-change.ts';
import type { App as Opened } from '#lib/server/app.ts';
import type { Tx } from '#lib/server/db.ts';
import { noteField } from '#lib/server/draft-presence.ts';
import { saveDraft, type Saved } from '#lib/server/draft.ts';
import { talkTopic } from '#lib/server/live-sources.ts';
import { previousAnswers } from '#lib/server/report.ts';
import { readDraftState, type DraftState } from './draft-state.ts';
import { readKnown } from './known.ts';
import { editorOf, isOpenFor, type Respondent } from './respondent.ts';
import { namedMembers } from './round-members.ts';
import {
  readBase,
  readBasis,
  readFields,
  readSubmission,
  withoutConfirmation,
  type FormBasis,
  type Known,
  type Submission
} from './submission.ts';

/** What the server says about a form that was not sent in: everything typed comes back with it. */
export type Outcome = {
  /** What the form shows from now on: the draft, or what was typed when that is not saved. */
  fields: Fields;
  /** The values that its fields are compared with from now on, and the change that it is built on. */
  base: Fields;
  basedOn: Date | null;
  savedAt: Date | null;
  newer: AnswerChange | null;
  isFrozen: boolean;
  /** It was to be sent, and others have typed something that its sender had not seen. */
  isChanged: boolean;
  draft: DraftState | null;
  /** The mark of what is said of the answer, for who looks whether there is anything new. */
  talkMark: string | null;
  /** It was checked, and nothing is missing. */
  isWhole: boolean;
  submission: Exclude<Submission, { kind: 'ready' }> | null;
};

/** A form that has come, before anything is done with it. */
export type Begun = { outcome: Outcome; basis: FormBasis; isLooking: boolean };

/** Saves a form as a draft, and tells what others have done in it. */
export async function keepForm(
  app: Opened,
  writer: Respondent,
  form: FormData
): Promise<Outcome | ActionFailure<Outcome>> {
  const begun = begin(writer, form);
  if (!isOpenFor(writer, app.clock())) return fail(409, { ...begun.outcome, isFrozen: true });
  const outcome = await app.db.transaction(writer.actor, async (tx) => {
    const fields = await withButtons(tx, writer, { form, fields: begun.outcome.fields, at: app.clock() });
    return keep(tx, app, writer, { ...begun, outcome: { ...begun.outcome, fields } });
  });
  if (outcome.newer) return fail(409, outcome);
  const talkMark = begun.isLooking ? await app.live.mark(talkTopic(writer.actor)) : null;
  return { ...outcome, talkMark, isChanged: false };
}

/** Saves a form and says what is missing before it can be sent; who sends it is not asked for yet. */
export async function checkForm(
  { app, language }: App.Locals,
  writer: Respondent,
  form: FormData
): Promise<Outcome | ActionFailure<Outcome>> {
  const kept = await keepForm(app, writer, form);
  if (!('fields' in kept)) return kept;
  form.set('name', form.get('name') || '–');
  form.set('confirm', 'yes');
  form.set('change', form.get('change') || '–');
  const submission = readSubmission(writer.questionnaire, form, language, await readAll(app, writer));
  return submission.kind === 'refused' ? fail(400, { ...kept, submission }) : { ...kept, isWhole: true };
}

/** All that a form is read against. */
export async function readAll(app: Opened, writer: Respondent): Promise<Known> {
  const { actor, round } = writer;
  const known = await readKnown(app, { actor, round, municipalityNo: actor.municipalityNo });
  return { ...known, members: await namedMembers(app, writer) };
}

type Pressed = { form: FormData; fields: Fields; at: Date };

/** What the buttons of the form put into it: all facts still hold, or the figures that the municipality has counted. */
async function withButtons(tx: Tx, writer: Respondent, { form, fields, at }: Pressed): Promise<Fields> {
  if (form.get('still') === 'all') return withFactsConfirmed(tx, writer, fields);
  if (form.get('fill') !== 'own_counts') return fields;
  const { questionnaire, round: period } = writer;
  const own = ownCountsOf(questionnaire, { register: await readRegisterCounts(tx, at), period, fields });
  return own ? filledWithCounts(questionnaire, fields, own) : fields;
}

/** What the button for all facts means where there is no JavaScript to tick them. */
async function withFactsConfirmed(tx: Tx, { actor, questionnaire }: Respondent, fields: Fields): Promise<Fields> {
  const last = await previousAnswers(tx, actor.roundId, actor.municipalityNo);
  return last ? allConfirmed(questionnaire, last.answers, fields) : fields;
}

/** What a form says, as it came. */
export function begin({ questionnaire }: Respondent, form: FormData): Begun {
  const basis = readBasis(questionnaire, form);
  const outcome: Outcome = {
    fields: readFields(questionnaire, form),
    base: readBase(questionnaire, form),
    ...{ basedOn: basis.basedOn, savedAt: null, newer: null, isFrozen: false, isChanged: false, isWhole: false },
    ...{ draft: null, talkMark: null, submission: null }
  };
  return { outcome, basis, isLooking: form.has('looking') };
}

/** Puts a form into the draft, and tells what stands there now. */
export async function keep(
  tx: Tx,
  app: Opened,
  writer: Respondent,
  { outcome, basis, isLooking }: Begun
): Promise<Outcome> {
  const { actor } = writer;
  const { basedOn, chosen, formKey, writesIn } = basis;
  const at = app.clock();
  const typed = withoutConfirmation(outcome.fields);
  const form = { base: outcome.base, typed, basedOn, chosen, editor: editorOf(writer, formKey) };
  const saved: Saved = await saveDraft(tx, actor, form, { at, isLooking });
  if ('newer' in saved) return { ...outcome, newer: saved.newer };
  if (writesIn !== undefined) await noteField(tx, actor, form.editor, { field: writesIn, at });
  const { confirm } = outcome.fields;
  return {
    ...outcome,
    fields: { ...saved.fields, ...(confirm && { confirm }) },
    base: saved.fields,
    basedOn: saved.savedAt ?? basedOn,
    savedAt: saved.savedAt,
    isChanged: saved.isUnseen,
    draft: await readDraftState(tx, actor, at)
  };
}
