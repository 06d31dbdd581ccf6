import { isAnswer } from '#lib/domain/coverage.ts';
import { holdAnswer } from '#lib/server/answer-change.ts';
import type { App as Opened } from '#lib/server/app.ts';
import { listHosts } from '#lib/server/coverage.ts';
import { Problem } from '#lib/server/problem.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { listVersions } from '#lib/server/report.ts';
import { isOpenFor, type Respondent } from './respondent.ts';

/** Stores that a host which names this municipality does not answer for it. What is typed in the form stays a draft. */
export async function denyHost(app: Opened, writer: Respondent, host: string): Promise<void> {
  const { actor, assignment, municipalityName, round, user } = writer;
  const { roundId, municipalityNo } = actor;
  const submittedAt = app.clock();
  if (!isOpenFor(writer, submittedAt)) throw Problem.roundClosed(round.id);
  const name = user.kind === 'person' ? user.name : (assignment.contactName ?? assignment.contactEmail);
  await takeFromLimit(app, { limit: 'reportPerAssignment', subject: `${roundId}/${municipalityNo}` });
  await app.db.transaction(actor, async (tx) => {
    await holdAnswer(tx, actor); // an answer that a colleague sends meanwhile is not put aside unseen
    const hosts = await listHosts(tx);
    if (!hosts.some((one) => one.host === host && one.namesMe)) throw Problem.notFound();
    const [latest] = await listVersions(tx, roundId, municipalityNo);
    if (latest && isAnswer(latest)) throw Problem.notFound();
    await submitReport(tx, {
      ...{ roundId, municipalityNo, submittedAt, submittedBy: name ?? municipalityName, channel: 'web' },
      ...{ answers: {}, reasons: {}, coverage: { kind: 'not_answered_by', host } }
    });
  });
  app.statistics.changed();
}
