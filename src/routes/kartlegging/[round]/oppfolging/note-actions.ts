import { fail, type RequestEvent } from '@sveltejs/kit';
import { readNote } from '#lib/domain/call-list.ts';
import { findAssignment } from '#lib/server/assignment.ts';
import { addNote, changeNote, removeNote } from '#lib/server/contact-note.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollowUp } from './follow-up.ts';

type Event = RequestEvent<{ round: string; municipality?: string }>;

const isNoteId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
const field = (form: FormData, name: string) => String(form.get(name) ?? '');

async function openNote(event: Event) {
  const { form } = await readSignedInForm(event);
  const { locals, params, url } = event;
  const scene = await openFollowUp(locals, params.round, url);
  const municipalityNo = params.municipality ?? field(form, 'municipality');
  const place = { roundId: scene.round.id, municipalityNo };
  const typed = {
    text: field(form, 'text'),
    outcome: field(form, 'outcome'),
    nextDate: field(form, 'nextDate'),
    promisedFor: field(form, 'promisedFor')
  };
  return { ...scene, form, place, id: field(form, 'id'), typed, read: readNote(typed, scene.today) };
}

/** Adds a note about a municipality, or changes one of one's own. */
async function saveNote(event: Event, isNew: boolean) {
  const { actor, user, place, id, typed, read, nameOf } = await openNote(event);
  if (!isNew && !isNoteId(id)) throw Problem.notFound();
  const { db, clock } = event.locals.app;
  const about = { municipalityNo: place.municipalityNo, name: nameOf(place.municipalityNo) };
  const noteId = isNew ? null : id;
  if (read.problems.length > 0) {
    return fail(400, { note: { ...about, id: noteId, typed, problems: read.problems, done: null } });
  }
  const savedId = await db.transaction(actor, async (tx) => {
    if (!(await findAssignment(tx, place.roundId, place.municipalityNo))) throw Problem.notFound();
    if (isNew) return addNote(tx, place, { ...read.note, writtenBy: user.personId }, clock());
    await changeNote(tx, { ...place, id }, read.note, clock());
    return id;
  });
  const done = isNew ? ('added' as const) : ('changed' as const);
  return { note: { ...about, id: savedId, typed, problems: [], done } };
}

/** What the pages that show notes can do with them; the names of the actions are those of the forms. */
export const noteActions = {
  notat: (event: Event) => saveNote(event, true),
  endre: (event: Event) => saveNote(event, false),
  fjern: async (event: Event) => {
    const { actor, place, id, nameOf } = await openNote(event);
    const { db, clock } = event.locals.app;
    if (!isNoteId(id)) throw Problem.notFound();
    const removed = await db.transaction(actor, (tx) => removeNote(tx, { ...place, id }, clock()));
    const typed = { ...removed, nextDate: removed.nextDate ?? '', promisedFor: removed.promisedFor ?? '' };
    const about = { municipalityNo: place.municipalityNo, name: nameOf(place.municipalityNo) };
    return { note: { ...about, id, typed, problems: [], done: 'removed' as const } };
  }
};
