import { fail } from '@sveltejs/kit';
import { sideOf } from '#lib/domain/access.ts';
import { readDeskLetter } from '#lib/domain/desk-letter.ts';
import { recordLetter } from '#lib/server/desk-letter.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';
import { openLetter } from './letter.ts';

// openLetter asks openDeskTown(), which asks access.may for the municipality.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { town, address, kinds, kind, letter, language } = await openLetter(locals, params.municipality, url);
  const { number: municipalityNo, name } = town;
  return { municipalityNo, name, email: address?.email ?? null, kinds, kind, letter, letterLanguage: language };
};

export const actions: Actions = {
  send: async (event) => {
    const { form } = await readSignedInForm(event);
    const { locals, params, url } = event;
    const { user, actor, town, today, address, letter } = await openLetter(locals, params.municipality, url);
    if (!letter || !address) throw Problem.conflict('try-again');
    const typed = { subject: String(form.get('subject') ?? ''), body: String(form.get('body') ?? '') };
    const read = readDeskLetter(typed, letter.facts);
    if (read.problems.length > 0) return fail(400, { typed, problems: read.problems, isSent: false });
    const by = { personId: user.personId, name: user.name, side: sideOf(user) };
    const { db, clock } = locals.app;
    await db.transaction(actor, (tx) =>
      recordLetter(tx, town.number, { ...read.letter, recipient: address.email, by, today }, clock())
    );
    return { typed: null, problems: [], isSent: true };
  }
};
