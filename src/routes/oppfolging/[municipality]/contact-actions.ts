import { fail, type RequestEvent } from '@sveltejs/kit';
import { sideOf } from '#lib/domain/access.ts';
import { readFollowContact } from '#lib/domain/follow-contact.ts';
import { addContact, finishNext, removeContact } from '#lib/server/follow-contact.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openDeskTown } from '../desk.ts';

type Event = RequestEvent<{ municipality: string }>;

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

async function openForm(event: Event) {
  const { form } = await readSignedInForm(event);
  const desk = openDeskTown(event.locals, event.params.municipality, event.url);
  const field = (name: string) => String(form.get(name) ?? '');
  return { ...desk, field, municipalityNo: desk.town.number };
}

/** The id of a contact that a form names; what is none is not found. */
async function openContact(event: Event) {
  const opened = await openForm(event);
  const id = opened.field('id');
  if (!isId(id)) throw Problem.notFound();
  return { ...opened, id };
}

/** What can be done with the log of a municipality; the names are those of the forms. */
export const contactActions = {
  kontakt: async (event: Event) => {
    const { actor, user, today, field, municipalityNo } = await openForm(event);
    const typed = {
      ...{ happenedOn: field('happenedOn'), kind: field('kind'), text: field('text') },
      ...{ nextOn: field('nextOn'), nextSide: field('nextSide') }
    };
    const { contact, problems } = readFollowContact(typed, today);
    if (problems.length > 0) return fail(400, { contact: { typed, problems, done: null } });
    const { db, clock } = event.locals.app;
    const by = { personId: user.personId, name: user.name, side: sideOf(user) };
    await db.transaction(actor, (tx) => addContact(tx, municipalityNo, { ...contact, by }, clock()));
    return { contact: { typed: null, problems: [], done: 'added' as const } };
  },
  gjort: async (event: Event) => {
    const { actor, municipalityNo, id } = await openContact(event);
    const { db, clock } = event.locals.app;
    await db.transaction(actor, (tx) => finishNext(tx, municipalityNo, id, clock()));
    return { contact: { typed: null, problems: [], done: 'finished' as const } };
  },
  fjern: async (event: Event) => {
    const { actor, municipalityNo, id } = await openContact(event);
    const { db, clock } = event.locals.app;
    await db.transaction(actor, (tx) => removeContact(tx, municipalityNo, id, clock()));
    return { contact: { typed: null, problems: [], done: 'removed' as const } };
  }
};
