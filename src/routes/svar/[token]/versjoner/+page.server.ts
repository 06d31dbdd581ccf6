import { fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { roundPhase } from '#lib/domain/round.ts';
import { listConfirmations } from '#lib/server/report-confirmation.ts';
import { listVersions } from '#lib/server/report.ts';
import { versionLines } from '#lib/ui/answer/version-text.ts';
import { isOpenFor, openRespondent, openWriter } from '../respondent.ts';
import { readCorrection, sendCorrection } from './correction.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

// openRespondent asks access.may for the link's municipality.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  const respondent = await openRespondent(locals, params.token);
  const { actor, user, round, questionnaire, municipalityName } = respondent;
  const { versions, confirmations } = await app.db.transaction(actor, async (tx) => ({
    versions: await listVersions(tx, actor.roundId, actor.municipalityNo),
    confirmations: await listConfirmations(tx, actor)
  }));
  return {
    municipalityName,
    roundName: round.name,
    isOpen: isOpenFor(respondent, app.clock()),
    isFrozen: roundPhase(round, app.clock()) === 'frozen',
    mayAsk: may(user, { action: 'ask_for_correction', ...actor }),
    versions: versionLines(questionnaire, versions, confirmations, language)
  };
};

export const actions: Actions = {
  rett: async (event) => {
    const { locals } = event;
    const { writer, form } = await openWriter(event, 'ask_for_correction');
    const { text, problem } = readCorrection(form, locals.language);
    if (problem) return fail(400, { text, problem, outcome: null });
    if (roundPhase(writer.round, locals.app.clock()) !== 'frozen' || !writer.hasAnswered) {
      redirect(303, `/svar/${event.params.token}`); // what can still be changed there is not asked for
    }
    return { text: '', problem: null, outcome: await sendCorrection(locals, writer, text) };
  }
};
