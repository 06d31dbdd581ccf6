import { redirect } from '@sveltejs/kit';
import { takesAnswers } from '#lib/domain/round.ts';
import { listVersions } from '#lib/server/report.ts';
import { answerLines } from '#lib/ui/answer/answer-text.ts';
import { openRespondent } from '../respondent.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

// openRespondent asks access.may for the link's municipality.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, round, questionnaire, municipalityName } = await openRespondent(locals, params.token);
  const { db, clock } = locals.app;
  const [report] = await db.transaction(actor, (tx) => listVersions(tx, actor.roundId, actor.municipalityNo));
  if (!report) redirect(303, `/svar/${params.token}`);
  const { version, hash, submittedAt, submittedBy, answers } = report;
  return {
    municipalityName,
    roundName: round.name,
    freezesAt: round.freezesAt,
    isOpen: takesAnswers(round, clock()),
    report: { version, hash, submittedAt, submittedBy },
    lines: answerLines(questionnaire, answers, locals.language)
  };
};
