import { fail } from '@sveltejs/kit';
import { readContactDetails } from '#lib/domain/contact.ts';
import { findAssignment } from '#lib/server/assignment.ts';
import { changeContactDetails, clearBounced, listContacts, markBounced } from '#lib/server/contact.ts';
import { listNotes } from '#lib/server/contact-note.ts';
import { listLetters } from '#lib/server/message.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollowUp } from '../follow-up.ts';
import { noteActions } from '../note-actions.ts';
import { openTown } from './town.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, round, nameOf, user, today } = await openFollowUp(locals, params.round, url);
  const no = params.municipality;
  const found = await locals.app.db.transaction(actor, async (tx) => {
    const assignment = await findAssignment(tx, round.id, no);
    if (!assignment) throw Problem.notFound();
    const { contactName, contactEmail } = assignment;
    const contacts = await listContacts(tx, no);
    const letters = await listLetters(tx, round.id, no);
    return { contactName, contactEmail, contacts, letters, notes: await listNotes(tx, round.id, no) };
  });
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    ...{ ...found, municipalityNo: no, name: nameOf(no), today, personId: user.personId }
  };
};

export const actions: Actions = {
  notat: async (event) => noteActions.notat(event),
  endre: async (event) => noteActions.endre(event),
  fjern: async (event) => noteActions.fjern(event),
  opplysninger: async (event) => {
    const { form } = await readSignedInForm(event);
    const { app } = event.locals;
    const { actor, municipalityNo } = await openTown(event);
    const typed = { phone: form.get('phone'), language: form.get('language'), mailbox: form.get('mailbox') };
    const { details, problems } = readContactDetails(typed);
    if (problems.length > 0) return fail(400, { details: { ...details, problems }, done: null });
    await app.db.transaction(actor, (tx) => changeContactDetails(tx, municipalityNo, details, app.clock()));
    return { details: null, done: 'saved' as const };
  },
  retur: async (event) => {
    await readSignedInForm(event);
    const { app } = event.locals;
    const { actor, municipalityNo, email } = await openTown(event);
    if (email === null) throw Problem.notFound();
    const told = { municipalityNo, email, reason: 'told' };
    await app.db.transaction(actor, (tx) => markBounced(tx, told, app.clock()));
    return { details: null, done: 'marked' as const };
  },
  virker: async (event) => {
    await readSignedInForm(event);
    const { app } = event.locals;
    const { actor, municipalityNo, email } = await openTown(event);
    if (email === null) throw Problem.notFound();
    await app.db.transaction(actor, (tx) => clearBounced(tx, { municipalityNo, email }, app.clock()));
    return { details: null, done: 'cleared' as const };
  }
};
