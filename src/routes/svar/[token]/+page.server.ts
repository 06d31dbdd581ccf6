import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { roundPhase } from '#lib/domain/round.ts';
import { listAdvisers } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';
import { readAsked } from './asked.ts';
import { readOwnAnswer } from './own-answer.ts';
import { isOpenFor, openRespondent, openWriter } from './respondent.ts';
import { keepForm, sendForm } from './sending.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, clock } = locals.app;
  const respondent = await openRespondent(locals, params.token);
  const { assignment, setting, round, questionnaire, municipalityName, korusName } = respondent;
  const own = await readOwnAnswer(db, respondent);
  const asked = await readAsked(db, respondent, own.version);
  const system = { kind: 'system', task: 'who_has_access' } as const;
  const advisers = await db.transaction(system, (tx) => listAdvisers(tx, round.korusRegion, clock()));
  const { name, periodStart, periodEnd, opensAt, deadlineAt, freezesAt } = round;
  return {
    ...own,
    ...asked,
    formKey: randomUUID(),
    questionnaire,
    municipalityName,
    korusName,
    advisers,
    contact: assignment.contactEmail,
    extendedUntil: assignment.extendedUntil,
    extensionReason: assignment.extensionReason,
    round: { name, periodStart, periodEnd, opensAt, deadlineAt, freezesAt },
    phase: roundPhase(round, clock()),
    isOpen: isOpenFor(respondent, clock()),
    isReadOnly: setting.isReadOnly,
    isSignedIn: respondent.user.kind === 'person'
  };
};

export const actions: Actions = {
  lagre: async (event) => {
    const { writer, form } = await openWriter(event);
    return keepForm(event.locals.app, writer, form);
  },
  send: async (event) => {
    const { writer, form } = await openWriter(event);
    const refused = await sendForm(event.locals, writer, form);
    if (refused) return refused;
    redirect(303, `/svar/${event.params.token}/kvittering`);
  }
};
