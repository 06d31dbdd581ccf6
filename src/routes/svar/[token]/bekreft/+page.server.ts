import { fail, redirect } from '@sveltejs/kit';
import { messagesIn } from '#lib/i18n/messages.ts';
import { confirmReport } from '#lib/server/report-confirmation.ts';
import { answerLines } from '#lib/ui/answer/answer-text.ts';
import { openRespondent, openWriter } from '../respondent.ts';
import type { Actions, PageServerLoad } from './$types';
import { readUnconfirmed } from './unconfirmed.ts';

export const csr = false;
const longestName = 100;

// openRespondent asks access.may for the link's municipality.
export const load: PageServerLoad = async ({ locals, params }) => {
  const respondent = await openRespondent(locals, params.token);
  const { questionnaire, municipalityName, round } = respondent;
  const report = await readUnconfirmed(locals.app, respondent);
  if (!report) redirect(303, `/svar/${params.token}/kvittering`);
  const { version, submittedAt, submittedBy, answers } = report;
  return {
    ...{ municipalityName, roundName: round.name, version, submittedAt, submittedBy },
    lines: answerLines(questionnaire, answers, locals.language)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const { app, language } = locals;
    const { writer, form } = await openWriter(event, 'send_answer');
    const name = String(form.get('name') ?? '').trim();
    const { problem } = messagesIn(language).answer;
    if (name === '') return fail(400, { name, problem: problem.name });
    if (name.length > longestName) return fail(400, { name, problem: problem.nameTooLong });
    const report = await readUnconfirmed(app, writer);
    if (!report) redirect(303, `/svar/${params.token}/kvittering`);
    if (String(report.version) !== form.get('version')) {
      return fail(409, { name, problem: messagesIn(language).answering.phone.changed });
    }
    const confirmation = { version: report.version, confirmedBy: name, confirmedAt: app.clock() };
    await app.db.transaction(writer.actor, (tx) => confirmReport(tx, writer.actor, confirmation));
    redirect(303, `/svar/${params.token}/kvittering`);
  }
};
