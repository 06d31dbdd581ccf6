import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { roundPhase } from '#lib/domain/round.ts';
import { readForm } from '#lib/server/form-body.ts';
import { listAdvisers } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';
import { readOwnAnswer } from './own-answer.ts';
import { openRespondent, openWriter } from './respondent.ts';
import { keepForm, sendForm } from './sending.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, clock } = locals.app;
  const respondent = await openRespondent(locals, params.token);
  const { assignment, setting, round, questionnaire, municipalityName, korusName } = respondent;
  const own = await readOwnAnswer(db, respondent);
  const system = { kind: 'system', task: 'who_has_access' } as const;
  const advisers = await db.transaction(system, (tx) => listAdvisers(tx, round.korusRegion, clock()));
  const { name, periodStart, periodEnd, opensAt, deadlineAt, freezesAt } = round;
  return {
    ...own,
    formKey: randomUUID(),
    questionnaire,
    municipalityName,
    korusName,
    advisers,
    contact: assignment.contactEmail,
    round: { name, periodStart, periodEnd, opensAt, deadlineAt, freezesAt },
    phase: roundPhase(round, clock()),
    isReadOnly: setting.isReadOnly,
    isSignedIn: respondent.user.kind === 'person'
  };
};

export const actions: Actions = {
  lagre: async ({ locals, params, request }) => {
    const writer = await openWriter(locals, params.token);
    return keepForm(locals.app, writer, await readForm(request));
  },
  send: async ({ locals, params, request }) => {
    const writer = await openWriter(locals, params.token);
    const refused = await sendForm(locals, writer, await readForm(request));
    if (refused) return refused;
    redirect(303, `/svar/${params.token}/kvittering`);
  }
};
