import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Fields } from '#lib/domain/answer.ts';
import type { AnswerChange } from '#lib/server/answer-change.ts';
import type { App as Opened } from '#lib/server/app.ts';
import { saveDraft, type Saved } from '#lib/server/draft.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';
import { sendReport } from '#lib/server/report.ts';
import { tellCorrected } from './asked.ts';
import { isOpenFor, type Respondent } from './respondent.ts';
import { readBasis, readFields, readSubmission, withoutConfirmation, type Submission } from './submission.ts';

/** What the server says about a form that was not sent in: everything typed comes back with it. */
export type Outcome = {
  fields: Fields;
  /** The change that the form is built on from now on. */
  basedOn: Date | null;
  savedAt: Date | null;
  newer: AnswerChange | null;
  isFrozen: boolean;
  submission: Exclude<Submission, { kind: 'ready' }> | null;
};

/** Saves a form as a draft. */
export async function keepForm(
  app: Opened,
  writer: Respondent,
  form: FormData
): Promise<Outcome | ActionFailure<Outcome>> {
  const outcome = beginOutcome(writer, form);
  if (!isOpenFor(writer, app.clock())) return fail(409, { ...outcome, isFrozen: true });
  const saved = await save(app, writer, outcome);
  if ('newer' in saved) return fail(409, { ...outcome, newer: saved.newer });
  return { ...outcome, ...saved, basedOn: saved.savedAt };
}

/** Sends a form in. Null when it is stored, now or the first time the same form came; else why it is not. */
export async function sendForm(
  locals: App.Locals,
  writer: Respondent,
  form: FormData
): Promise<ActionFailure<Outcome> | null> {
  const { app, language } = locals;
  const outcome = beginOutcome(writer, form);
  const { actor, questionnaire } = writer;
  const { roundId, municipalityNo } = actor;
  const submittedAt = app.clock();
  if (!isOpenFor(writer, submittedAt)) return fail(409, { ...outcome, isFrozen: true });
  const submission = readSubmission(questionnaire, form, language);
  if (submission.kind !== 'ready') {
    const saved = await save(app, writer, outcome);
    if ('newer' in saved) return fail(409, { ...outcome, newer: saved.newer });
    return fail(400, { ...outcome, ...saved, basedOn: saved.savedAt, submission });
  }
  const { answers, reasons, name: submittedBy } = submission;
  const report = { roundId, municipalityNo, answers, reasons, submittedBy, submittedAt, channel: 'web' } as const;
  await takeFromLimit(app, { limit: 'reportPerAssignment', subject: `${roundId}/${municipalityNo}` });
  const { formKey: key, basedOn } = readBasis(form);
  const sent = await app.db.transaction(actor, async (tx) => {
    const result = await sendReport(tx, report, { key, basedOn });
    if ('report' in result) await tellCorrected(tx, locals, writer, submittedAt);
    return result;
  });
  if ('newer' in sent) return fail(409, { ...outcome, newer: sent.newer });
  app.statistics.changed();
  return null;
}

function beginOutcome({ questionnaire }: Respondent, form: FormData): Outcome {
  const fields = readFields(questionnaire, form);
  const { basedOn } = readBasis(form);
  return { fields, basedOn, savedAt: null, newer: null, isFrozen: false, submission: null };
}

function save(app: Opened, { actor }: Respondent, { fields, basedOn }: Outcome): Promise<Saved> {
  const draft = { fields: withoutConfirmation(fields), basedOn };
  return app.db.transaction(actor, (tx) => saveDraft(tx, actor, draft, app.clock()));
}
