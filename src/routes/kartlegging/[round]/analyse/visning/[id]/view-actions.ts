import { fail, type RequestEvent } from '@sveltejs/kit';
import { readViewName, readViewNote } from '#lib/domain/saved-view.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { changeView, removeView, restoreView, type ViewKey } from '#lib/server/saved-view.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { addViewNote, removeViewNote } from '#lib/server/view-note.ts';
import { openView } from './open-view.ts';

type Event = RequestEvent<{ round: string; id: string }>;

/** What the form says, and how to do something with the view as whoever sent it, at one moment. */
async function openForm(event: Event) {
  const { form, user, actor } = await readSignedInForm(event);
  const { key, isOwn } = await openView(event);
  const { db, clock } = event.locals.app;
  const at = clock();
  const run = <Result>(work: (tx: Tx, of: ViewKey, now: Date) => Promise<Result>) =>
    db.transaction(actor, (tx) => work(tx, key, at));
  return { form, user, isOwn, run };
}

async function openOwn(event: Event) {
  const opened = await openForm(event);
  if (!opened.isOwn) throw Problem.notFound();
  return opened;
}

/** Names the view anew and shares it, or no longer. */
export async function change(event: Event) {
  const { form, run } = await openOwn(event);
  const { name, problems } = readViewName(form.get('name'));
  const isShared = form.get('isShared') === 'ja';
  if (problems.length > 0) return fail(400, { naming: { typed: { name, isShared }, problems } });
  await run((tx, key, at) => changeView(tx, key, { name, isShared }, at));
  return { done: 'changed' as const };
}

/** Removes the view; its page then has the button that puts it back. */
export async function remove(event: Event) {
  const { run } = await openOwn(event);
  await run(removeView);
}

/** Puts the view back. */
export async function restore(event: Event) {
  const { run } = await openOwn(event);
  await run(restoreView);
}

/** Adds a note of one's own. */
export async function addNote(event: Event) {
  const { form, user, run } = await openForm(event);
  const { note, problems } = readViewNote(form.get('note'), true);
  if (problems.length > 0) return fail(400, { noting: { typed: note, problems } });
  await run((tx, key, at) => addViewNote(tx, key, { text: note, writtenBy: user.personId }, at));
  return { done: 'added' as const };
}

/** Takes back a note of one's own, and gives back what it said so that it can be put back. */
export async function removeNote(event: Event) {
  const { form, run } = await openForm(event);
  const text = await run((tx, key, at) => removeViewNote(tx, key, String(form.get('note') ?? ''), at));
  return { done: 'removed' as const, text };
}
