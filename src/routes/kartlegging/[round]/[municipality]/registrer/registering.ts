import { may } from '#lib/domain/access.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { findAssignment, type Assignment } from '#lib/server/assignment.ts';
import { recordReportRead } from '#lib/server/audit-log.ts';
import { readSetting, type MunicipalitySetting } from '#lib/server/municipality-setting.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { listVersions, previousAnswers, type Report } from '#lib/server/report.ts';
import type { Answers } from '#lib/domain/answer.ts';
import { openFollower, type Follower } from '../../follow.ts';

/** What an adviser registers an answer with: the municipality's place in the round, and what it has answered. */
export type Registering = Pick<Follower, 'actor' | 'round'> & {
  assignment: Assignment;
  setting: MunicipalitySetting;
  name: string;
  questionnaire: Questionnaire;
  latest: Report | null;
  previous: { roundName: string; answers: Answers } | null;
};

/** Opens the form for an adviser of the region; it shows the answers, which the audit tells. */
export async function openRegistering(
  locals: App.Locals,
  params: { round: string; municipality: string },
  url: URL
): Promise<Registering> {
  const { app, user } = locals;
  const { actor, round, municipalities } = await openFollower(locals, params.round, url);
  if (!may(user, { action: 'register_answer', korusRegion: round.korusRegion })) throw Problem.notFound();
  const address = { roundId: round.id, municipalityNo: params.municipality };
  const found = await app.db.transaction(actor, async (tx) => {
    const assignment = await findAssignment(tx, round.id, params.municipality);
    if (!assignment) throw Problem.notFound();
    const [latest = null] = await listVersions(tx, round.id, params.municipality);
    if (latest) await recordReportRead(tx, { ...address, version: latest.version }, app.clock());
    const previous = await previousAnswers(tx, round.id, params.municipality);
    return { assignment, latest, previous, setting: await readSetting(tx, params.municipality) };
  });
  return {
    ...found,
    ...{ actor, round },
    name: municipalities.get(params.municipality)?.name ?? params.municipality,
    questionnaire: questionnaireOf(app.questionnaires, round)
  };
}
