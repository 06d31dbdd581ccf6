import { fail, type ActionFailure } from '@sveltejs/kit';
import type { App as Opened } from '#lib/server/app.ts';
import { tellCovered } from '#lib/server/coverage.ts';
import type { Tx } from '#lib/server/db.ts';
import type { NewMessage } from '#lib/server/message.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';
import { sendReport, type NewReport } from '#lib/server/report-submission.ts';
import type { Report } from '#lib/server/report.ts';
import { tellCorrected } from './asked.ts';
import { coveredLetter } from './covered-letter.ts';
import { begin, keep, readAll, type Begun, type Outcome } from './keeping.ts';
import { receiptLetters } from './receipt-letters.ts';
import { isOpenFor, type Respondent } from './respondent.ts';
import { readSubmission } from './submission.ts';

/** Sends a form in. Null when it is stored, now or the first time the same form came; else why it is not. */
export async function sendForm(
  locals: App.Locals,
  writer: Respondent,
  form: FormData
): Promise<ActionFailure<Outcome> | null> {
  const { app, language } = locals;
  const begun = begin(writer, form);
  const { roundId, municipalityNo } = writer.actor;
  const submittedAt = app.clock();
  if (!isOpenFor(writer, submittedAt)) return fail(409, { ...begun.outcome, isFrozen: true });
  const submission = readSubmission(writer.questionnaire, form, language, await readAll(app, writer));
  if (submission.kind !== 'ready') {
    const kept = await app.db.transaction(writer.actor, (tx) => keep(tx, app, writer, begun));
    return kept.newer ? fail(409, kept) : fail(400, { ...kept, submission });
  }
  const { answers, reasons, changeReason, carried, coverage, sources, name: submittedBy } = submission;
  const content = { answers, reasons, changeReason, carried, coverage, sources };
  const report = { roundId, municipalityNo, ...content, submittedBy, submittedAt, channel: 'web' } as const;
  await takeFromLimit(app, { limit: 'reportPerAssignment', subject: `${roundId}/${municipalityNo}` });
  const lettersOf = receiptLetters({ app, language }, writer, submission.email);
  const refused = await app.db.transaction(writer.actor, async (tx) => {
    const sent = await send(tx, app, writer, { begun, report, lettersOf });
    if (!('report' in sent)) return sent;
    const isNew = sent.report.submittedAt.getTime() === submittedAt.getTime();
    if (isNew) await tellCorrected(tx, locals, writer, submittedAt);
    if (isNew) await tellCovered(tx, coveredLetter(app, writer), submittedAt);
    return null;
  });
  if (refused) return fail(409, refused);
  app.statistics.changed();
  return null;
}

type Sending = { begun: Begun; report: NewReport; lettersOf: (made: Report) => readonly NewMessage[] };

/** Sends unless others have typed something since that the sender has not seen: that is then in the draft, to be looked at. */
async function send(
  tx: Tx,
  app: Opened,
  writer: Respondent,
  { begun, report, lettersOf }: Sending
): Promise<Outcome | { report: Report }> {
  const { basis, outcome } = begun;
  const sent = await sendReport(tx, report, { key: basis.formKey, basedOn: basis.basedOn }, lettersOf);
  if ('report' in sent) return sent;
  if (sent.newer.isSent) return { ...outcome, newer: sent.newer };
  const kept = await keep(tx, app, writer, begun);
  if (kept.newer || kept.isChanged) return kept;
  const again = await sendReport(tx, report, { key: basis.formKey, basedOn: kept.basedOn }, lettersOf);
  return 'report' in again ? again : { ...outcome, newer: again.newer };
}
