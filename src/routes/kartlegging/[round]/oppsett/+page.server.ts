import { fail, redirect } from '@sveltejs/kit';
import { messagesIn } from '#lib/i18n/messages.ts';
import { listAssignments } from '#lib/server/assignment.ts';
import { addExpected, removeExpected } from '#lib/server/expectation.ts';
import { changeRound, discardRound, openPrepared, requireTransition } from '#lib/server/round.ts';
import type { Actions, PageServerLoad } from './$types';
import { readAddedContact } from './added-contact.ts';
import { begin, listProblem, openPreparer, readSetup } from './preparer.ts';
import { readSetup as readTyped, setupFields } from './setup-form.ts';

// openPreparer asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const preparer = await openPreparer(locals, params.round, url);
  return { ...(await readSetup(locals, preparer)), fields: setupFields(preparer.round) };
};

export const actions: Actions = {
  lagre: async (event) => {
    const { form, locals, now, actor, round } = await begin(event);
    requireTransition(round, 'move_dates', now);
    const typed = readTyped(form, round, { language: locals.language, now });
    if (!typed.change) return fail(400, { ...typed, change: null });
    const { change } = typed;
    const missing = await locals.app.db.transaction(actor, async (tx) => {
      const problem = listProblem(locals, change.periodEnd, await listAssignments(tx, round.id));
      if (problem === null) await changeRound(tx, round, change, now);
      return problem;
    });
    if (missing) return fail(400, { ...typed, change: null, problems: [missing] });
    return { saved: true };
  },
  fjern: async (event) => {
    const { form, locals, now, actor, round } = await begin(event);
    const municipalityNo = String(form.get('municipality') ?? '');
    return { removed: await locals.app.db.transaction(actor, (tx) => removeExpected(tx, round, municipalityNo, now)) };
  },
  leggtil: async (event) => {
    const { form, locals, now, actor, round, municipalities } = await begin(event);
    const municipalityNo = String(form.get('municipality') ?? '');
    if (municipalities.get(municipalityNo)?.korusRegion !== round.korusRegion) {
      const sentence = messagesIn(locals.language).setup.problems.municipality(municipalityNo);
      return fail(400, { problems: [{ field: 'municipality', sentence }] });
    }
    const { contact, sentence } = readAddedContact(form, locals.language);
    if (sentence) return fail(400, { problems: [{ field: 'municipality', sentence }] });
    const one = { municipalityNo, status: 'expected', coveredBy: null, ...contact } as const;
    const how = { secret: locals.app.secret, at: now };
    await locals.app.db.transaction(actor, (tx) => addExpected(tx, round, one, how));
    return { added: municipalityNo };
  },
  apne: async (event) => {
    const { locals, now, actor, round } = await begin(event);
    await locals.app.db.transaction(actor, async (tx) => {
      await openPrepared(tx, round, (await listAssignments(tx, round.id)).length, now);
    });
    locals.app.statistics.changed();
    redirect(303, `/kartlegging/${round.id}`);
  },
  forkast: async (event) => {
    const { locals, now, actor, round } = await begin(event);
    await locals.app.db.transaction(actor, (tx) => discardRound(tx, round, now));
    redirect(303, '/kartlegging?alle');
  }
};
