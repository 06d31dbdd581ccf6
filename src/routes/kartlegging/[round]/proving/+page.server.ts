import { checkSentence } from '#lib/domain/check.ts';
import { countIndicators } from '#lib/domain/indicator.ts';
import { conditionsOf, roundPhase } from '#lib/domain/round.ts';
import { dryRun } from '#lib/server/dry-run.ts';
import { listAssignments } from '#lib/server/assignment.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openPreparer } from '../oppsett/preparer.ts';
import type { Actions, PageServerLoad } from './$types';

// openPreparer asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, round } = await openPreparer(locals, params.round, url);
  const list = await locals.app.db.transaction(actor, (tx) => listAssignments(tx, round.id));
  const isEarly = conditionsOf(roundPhase(round, locals.app.clock()), 'dry_run') !== null;
  return { round: { id: round.id, name: round.name }, isEarly, expected: list.length };
};

export const actions: Actions = {
  default: async (event) => {
    const { actor } = await readSignedInForm(event);
    const { locals, params, url } = event;
    const { app, language } = locals;
    const { round, municipalities } = await openPreparer(locals, params.round, url);
    const questionnaire = questionnaireOf(app.questionnaires, round);
    const { geography } = app.reference;
    const at = app.clock();
    const run = await dryRun(app.db, actor, { round, questionnaire, geography, at });
    return {
      at,
      ...{ asked: run.asked, accepted: run.accepted, hosted: run.expected - run.asked },
      refused: run.refused.map(({ municipalityNo }) => municipalities.get(municipalityNo)?.name ?? municipalityNo),
      checks: questionnaire.checks.flatMap(({ id, text }) => {
        const sentence = checkSentence(text[language].replaceAll(/\{(left|right)\}/g, '…'), { left: 0, right: 0 });
        return run.checks[id] ? [{ id, sentence, times: run.checks[id] }] : [];
      }),
      questions: questionnaire.questions.map(({ key, text }) => ({
        ...{ key, label: text[language], answered: run.answered[key] ?? 0 }
      })),
      totals: run.totals.map((total) => ({
        ...total,
        label: countIndicators.find(({ id }) => id === total.indicator)?.name[language] ?? total.indicator
      }))
    };
  }
};
