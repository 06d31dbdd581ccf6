import { fieldsOf } from '#lib/domain/answer.ts';
import { takesFromAdvisers } from '#lib/domain/round.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { stableFields } from '../../../../svar/[token]/own-answer.ts';
import type { Actions, PageServerLoad } from './$types';
import { registerForm } from './register.ts';
import { openRegistering } from './registering.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { round, questionnaire, name, latest, previous, setting } = await openRegistering(locals, params, url);
  const start = previous ? stableFields(questionnaire, previous.answers) : {};
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    municipalityNo: params.municipality,
    ...{ questionnaire, name, previous },
    fields: latest ? fieldsOf(questionnaire, latest.answers) : start,
    ownVersion: latest?.channel === 'web' ? latest.version : null,
    isOpen: takesFromAdvisers(round, locals.app.clock()) && !setting.isReadOnly
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { user, form } = await readSignedInForm(event);
    const opened = await openRegistering(event.locals, event.params, event.url);
    if (!takesFromAdvisers(opened.round, event.locals.app.clock())) throw Problem.roundClosed(opened.round.id);
    return registerForm(event.locals, opened, user, form);
  }
};
