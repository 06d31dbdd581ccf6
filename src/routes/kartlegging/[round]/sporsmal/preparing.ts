import { may } from '#lib/domain/access.ts';
import { withAddon, type Questionnaire } from '#lib/domain/questionnaire.ts';
import { Problem } from '#lib/server/problem.ts';
import { coreOf, questionnaireOf } from '#lib/server/questionnaires.ts';
import { findRoundBefore } from '#lib/server/round.ts';
import { openFollower, type Follower } from '../follow.ts';

/** The questions of a round for an adviser who prepares it, with how the round before asked; null when it is the first. */
export type Preparing = Follower & {
  core: Questionnaire;
  questionnaire: Questionnaire;
  before: { roundName: string; questionnaire: Questionnaire } | null;
};

/** Opens the questions of a round; whoever may not prepare it finds nothing. */
export async function openQuestions(locals: App.Locals, roundId: string, url: URL): Promise<Preparing> {
  const { app, user } = locals;
  const follower = await openFollower(locals, roundId, url);
  const { actor, round } = follower;
  if (!may(user, { action: 'prepare_round', korusRegion: round.korusRegion })) throw Problem.notFound();
  const before = await app.db.transaction(actor, (tx) => findRoundBefore(tx, round));
  const core = coreOf(app.questionnaires, round);
  return {
    ...follower,
    core,
    questionnaire: withAddon(core, round.addon),
    before: before && { roundName: before.name, questionnaire: questionnaireOf(app.questionnaires, before) }
  };
}
