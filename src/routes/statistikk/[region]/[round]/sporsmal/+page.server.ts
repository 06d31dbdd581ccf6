import { questionChanges } from '#lib/domain/question-change.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { findRoundAt, findRoundBefore } from '#lib/server/round.ts';
import type { PageServerLoad } from './$types';

// A public page: what was asked, and what is new since last time, is no secret.
export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app } = locals;
  const found = await app.db.transaction({ kind: 'public' }, async (tx) => {
    const round = await findRoundAt(tx, params.region, params.round);
    return round && { round, before: await findRoundBefore(tx, round) };
  });
  if (!found) throw Problem.notFound();
  const { round, before } = found;
  const questionnaire = questionnaireOf(app.questionnaires, round);
  return {
    round: { name: round.name },
    questions: questionnaire.questions,
    before: before?.name ?? null,
    changes: questionChanges(before && questionnaireOf(app.questionnaires, before), questionnaire)
  };
};
