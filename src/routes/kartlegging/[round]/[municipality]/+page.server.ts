import { may } from '#lib/domain/access.ts';
import { findAssignment } from '#lib/server/assignment.ts';
import { recordReportRead } from '#lib/server/audit-log.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { listVersions } from '#lib/server/report.ts';
import { answerLines, changedLines, reasonLines } from '#lib/ui/answer/answer-text.ts';
import { openFollower } from '../follow.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, user, language } = locals;
  const { actor, round, municipalities } = await openFollower(locals, params.round, url);
  if (!may(user, { action: 'read_reports', korusRegion: round.korusRegion })) throw Problem.notFound();
  const versions = await app.db.transaction(actor, async (tx) => {
    if (!(await findAssignment(tx, round.id, params.municipality))) throw Problem.notFound();
    const found = await listVersions(tx, round.id, params.municipality);
    const read = { roundId: round.id, municipalityNo: params.municipality };
    if (found[0]) await recordReportRead(tx, { ...read, version: found[0].version }, app.clock());
    return found;
  });
  const questionnaire = questionnaireOf(app.questionnaires, round);
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    municipalityNo: params.municipality,
    name: municipalities.get(params.municipality)?.name ?? params.municipality,
    versions: versions.map((report, index) => {
      const before = versions[index + 1];
      const { version, submittedAt, submittedBy, channel, hash, reasons, answers } = report;
      return {
        ...{ version, submittedAt, submittedBy, channel, hash },
        lines: answerLines(questionnaire, answers, language),
        changes: before ? changedLines(questionnaire, before.answers, answers, language) : null,
        reasons: reasonLines(questionnaire, { answers, reasons }, language)
      };
    })
  };
};
