import { messagesIn } from '#lib/i18n/messages.ts';
import { answerCsv } from '#lib/ui/answer/answer-csv.ts';
import { readOwnAnswer } from '../../own-answer.ts';
import { openRespondent } from '../../respondent.ts';
import type { RequestHandler } from './$types';

// openRespondent asks access.may for the link's municipality.
export const GET: RequestHandler = async ({ locals, params }) => {
  const { app, language } = locals;
  const respondent = await openRespondent(locals, params.token);
  const { fields } = await readOwnAnswer(app.db, respondent, app.clock());
  const name = messagesIn(language).answering.file.name(respondent.round.id);
  return new Response(answerCsv(respondent.questionnaire, fields, language), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` }
  });
};
