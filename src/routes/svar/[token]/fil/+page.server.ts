import { fail, redirect } from '@sveltejs/kit';
import { messagesIn } from '#lib/i18n/messages.ts';
import { isOpenFor, openRespondent, openWriter } from '../respondent.ts';
import type { Actions, PageServerLoad } from './$types';
import { fillFromFile } from './filling.ts';

export const csr = false;

// openRespondent asks access.may for the link's municipality.
export const load: PageServerLoad = async ({ locals, params }) => {
  const respondent = await openRespondent(locals, params.token);
  if (!isOpenFor(respondent, locals.app.clock())) redirect(303, `/svar/${params.token}`);
  const { municipalityName, round } = respondent;
  return { municipalityName, roundName: round.name };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const { writer, form } = await openWriter(event);
    if (!isOpenFor(writer, locals.app.clock())) redirect(303, `/svar/${params.token}`);
    const file = form.get('file');
    const { problem } = messagesIn(locals.language).answering.file;
    if (!(file instanceof File) || file.size === 0) return fail(400, { sentences: [problem.missing], filled: null });
    const { sentences, filled } = await fillFromFile(locals, writer, file);
    return sentences.length > 0 ? fail(400, { sentences, filled }) : { sentences, filled };
  }
};
