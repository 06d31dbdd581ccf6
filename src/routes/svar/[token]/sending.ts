import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Fields } from '#lib/domain/answer.ts';
import type { AnswerChange } from '#lib/server/answer-change.ts';
import type { App as Opened } from '#lib/server/app.ts';
import type { Tx } from '#lib/server/db.ts';
import { saveDraft, type Saved } from '#lib/server/draft.ts';
import { noteField } from '#lib/server/draft-presence.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';
import { sendReport, type NewReport } from '#lib/server/report.ts';
import { readDraftState, type DraftState } from './draft-state.ts';
import { editorOf, isOpenFor, type Respondent } from './respondent.ts';
import {
  readBase,
  readBasis,
  readFields,
  readSubmission,
  withoutConfirmation,
  type FormBasis,
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
  /** It was checked, and nothing is missing. */
  isWhole: boolean;
  submission: Exclude<Submission, { kind: 'ready' }> | null;
};

type Begun = { outcome: Outcome; basis: FormBasis; isLooking: boolean };

/** Saves a form as a draft, and tells what others have done in it. */
export async function keepForm(
  app: Opened,
  writer: Respondent,
  form: FormData
): Promise<Outcome | ActionFailure<Outcome>> {
  const begun = begin(writer, form);
  if (!isOpenFor(writer, app.clock())) return fail(409, { ...begun.outcome, isFrozen: true });
  const outcome = await app.db.transaction(writer.actor, (tx) => keep(tx, app, writer, begun));
  return outcome.newer ? fail(409, outcome) : { ...outcome, isChanged: false };
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
  const submission = readSubmission(writer.questionnaire, form, language);
  return submission.kind === 'refused' ? fail(400, { ...kept, submission }) : { ...kept, isWhole: true };
}

/** Sends a form in. Null when it is stored, now or the first time the same form came; else why it is not. */
export async function sendForm(
  { app, language }: App.Locals,
  writer: Respondent,
  form: FormData
): Promise<ActionFailure<Outcome> | null> {
  const begun = begin(writer, form);
  const { roundId, municipalityNo } = writer.actor;
  const submittedAt = app.clock();
  if (!isOpenFor(writer, submittedAt)) return fail(409, { ...begun.outcome, isFrozen: true });
  const submission = readSubmission(writer.questionnaire, form, language);
  if (submission.kind !== 'ready') {
    const kept = await app.db.transaction(writer.actor, (tx) => keep(tx, app, writer, begun));
    return kept.newer ? fail(409, kept) : fail(400, { ...kept, submission });
  }
  const { answers, reasons, name: submittedBy } = submission;
  const report = { roundId, municipalityNo, answers, reasons, submittedBy, submittedAt, channel: 'web' } as const;
  await takeFromLimit(app, { limit: 'reportPerAssignment', subject: `${roundId}/${municipalityNo}` });
  const refused = await app.db.transaction(writer.actor, (tx) => send(tx, app, writer, { begun, report }));
  if (refused) return fail(409, refused);
  app.statistics.changed();
  return null;
}

/** Sends unless others have typed something since that the sender has not seen: that is then in the draft, to be looked at. */
async function send(
  tx: Tx,
  app: Opened,
  writer: Respondent,
  { begun, report }: { begun: Begun; report: NewReport }
): Promise<Outcome | null> {
  const { basis, outcome } = begun;
  const sent = await sendReport(tx, report, { key: basis.formKey, basedOn: basis.basedOn });
  if ('report' in sent) return null;
  if (sent.newer.isSent) return { ...outcome, newer: sent.newer };
  const kept = await keep(tx, app, writer, begun);
  if (kept.newer || kept.isChanged) return kept;
  const again = await sendReport(tx, report, { key: basis.formKey, basedOn: kept.basedOn });
  return 'report' in again ? null : { ...outcome, newer: again.newer };
}

function begin({ questionnaire }: Respondent, form: FormData): Begun {
  const basis = readBasis(questionnaire, form);
  const outcome: Outcome = {
    fields: readFields(questionnaire, form),
    base: readBase(questionnaire, form),
    ...{ basedOn: basis.basedOn, savedAt: null, newer: null, isFrozen: false, isChanged: false, isWhole: false },
    ...{ draft: null, submission: null }
  };
  return { outcome, basis, isLooking: form.has('looking') };
}

async function keep(tx: Tx, app: Opened, writer: Respondent, { outcome, basis, isLooking }: Begun): Promise<Outcome> {
  const { actor } = writer;
  const { basedOn, chosen, formKey, writesIn } = basis;
  const at = app.clock();
  const typed = withoutConfirmation(outcome.fields);
  const form = { base: outcome.base, typed, basedOn, chosen, editor: editorOf(writer, formKey) };
  const saved: Saved = await saveDraft(tx, actor, form, { at, isLooking });
  if ('newer' in saved) return { ...outcome, newer: saved.newer };
  if (writesIn !== undefined) await noteField(tx, actor, formKey, writesIn);
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
