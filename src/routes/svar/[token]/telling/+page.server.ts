import { fail, redirect } from '@sveltejs/kit';
import { messagesIn } from '#lib/i18n/messages.ts';
import { isOpenFor, openRespondent, openWriter } from '../respondent.ts';
import { readOwnAnswer } from '../own-answer.ts';
import type { Actions, PageServerLoad } from './$types';
import { keepCounted } from './counting.ts';

// openRespondent asks access.may for the link's municipality.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { app } = locals;
  const respondent = await openRespondent(locals, params.token);
  const own = await readOwnAnswer(app.db, respondent, app.clock());
  if (!isOpenFor(respondent, app.clock()) || own.register) redirect(303, `/svar/${params.token}`);
  const { municipalityName, questionnaire, round } = respondent;
  const { name, periodStart, periodEnd } = round;
  return {
    ...{ municipalityName, questionnaire, round: { name, periodStart, periodEnd } },
    isSignedIn: respondent.user.kind === 'person',
    hasCounted: Boolean(own.fields.counted)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const { writer, form } = await openWriter(event);
    if (!isOpenFor(writer, locals.app.clock())) redirect(303, `/svar/${params.token}`);
    const isKept = await keepCounted(locals.app, writer, String(form.get('counted') ?? ''));
    if (!isKept) return fail(409, { sentence: messagesIn(locals.language).ownCount.page.newer });
    redirect(303, `/svar/${params.token}`);
  }
};
