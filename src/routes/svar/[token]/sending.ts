import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Fields } from '#lib/domain/answer.ts';
import { allConfirmed } from '#lib/domain/stable-fact.ts';
import type { AnswerChange } from '#lib/server/answer-change.ts';
import type { App as Opened } from '#lib/server/app.ts';
import { tellCovered } from '#lib/server/coverage.ts';
import { saveDraft, type Saved } from '#lib/server/draft.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';
import { previousAnswers, sendReport } from '#lib/server/report.ts';
import { tellCorrected } from './asked.ts';
import { readKnown } from './background.ts';
import { receiptLetters } from './receipt-letters.ts';
import { coveredLetter } from './covered-letter.ts';
import { isOpenFor, type Respondent } from './respondent.ts';
import { namedMembers } from './round-members.ts';
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
  const typed = beginOutcome(writer, form);
  if (!isOpenFor(writer, app.clock())) return fail(409, { ...typed, isFrozen: true });
  const outcome = form.get('still') === 'all' ? await withFactsConfirmed(app, writer, typed) : typed;
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
  const known = { ...(await readKnown(app, writer)), members: await namedMembers(app, writer) };
  const submission = readSubmission(questionnaire, form, language, known);
  if (submission.kind !== 'ready') {
    const saved = await save(app, writer, outcome);
    if ('newer' in saved) return fail(409, { ...outcome, newer: saved.newer });
    return fail(400, { ...outcome, ...saved, basedOn: saved.savedAt, submission });
  }
  const { answers, reasons, changeReason, carried, coverage, name: submittedBy } = submission;
  const content = { answers, reasons, changeReason, carried, coverage };
  const report = { roundId, municipalityNo, ...content, submittedBy, submittedAt, channel: 'web' } as const;
  await takeFromLimit(app, { limit: 'reportPerAssignment', subject: `${roundId}/${municipalityNo}` });
  const { formKey: key, basedOn } = readBasis(form);
  const lettersOf = receiptLetters({ app, language }, writer, submission.email);
  const sent = await app.db.transaction(actor, async (tx) => {
    const result = await sendReport(tx, report, { key, basedOn }, lettersOf);
    const isNew = 'report' in result && result.report.submittedAt.getTime() === submittedAt.getTime();
    if (isNew) await tellCorrected(tx, locals, writer, submittedAt);
    if (isNew) await tellCovered(tx, coveredLetter({ app, language }, writer), submittedAt);
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

/** What the button for all facts means where there is no JavaScript to tick them. */
async function withFactsConfirmed(
  app: Opened,
  { actor, questionnaire }: Respondent,
  outcome: Outcome
): Promise<Outcome> {
  const { roundId, municipalityNo } = actor;
  const last = await app.db.transaction(actor, (tx) => previousAnswers(tx, roundId, municipalityNo));
  return last ? { ...outcome, fields: allConfirmed(questionnaire, last.answers, outcome.fields) } : outcome;
}

function save(app: Opened, { actor }: Respondent, { fields, basedOn }: Outcome): Promise<Saved> {
  const draft = { fields: withoutConfirmation(fields), basedOn };
  return app.db.transaction(actor, (tx) => saveDraft(tx, actor, draft, app.clock()));
}
