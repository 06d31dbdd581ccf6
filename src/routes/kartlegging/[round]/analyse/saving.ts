import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { analysisAddress, parseAnalysis } from '#lib/domain/analysis-address.ts';
import { readViewName, readViewNote } from '#lib/domain/saved-view.ts';
import { saveView } from '#lib/server/saved-view.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { addViewNote } from '#lib/server/view-note.ts';
import { openWorkbench } from './open-analysis.ts';

/** Saves the view of the address under a name, with its first note if there is one, and leads to it. */
export async function saveShownView(event: RequestEvent<{ round: string }>) {
  const { form, user, actor } = await readSignedInForm(event);
  const { locals, params, url } = event;
  const { round, choices, chain } = await openWorkbench(locals, params.round, url);
  const read = { ...readViewName(form.get('name')), isShared: form.get('isShared') === 'ja' };
  const { note, problems } = readViewNote(form.get('note'), false);
  const all = [...read.problems, ...problems];
  const typed = { name: read.name, note, isShared: read.isShared };
  if (all.length > 0) return fail(400, { typed, problems: all });
  const address = analysisAddress(parseAnalysis(url.searchParams, choices).analysis, round.id);
  const { db, clock } = locals.app;
  const id = await db.transaction(actor, async (tx) => {
    const view = { ...read, address, ownerId: user.personId, roundId: round.id, chain };
    const saved = await saveView(tx, view, clock());
    const key = { roundId: round.id, id: saved, chain };
    if (note !== '') await addViewNote(tx, key, { text: note, writtenBy: user.personId }, clock());
    return saved;
  });
  redirect(303, `/kartlegging/${round.id}/analyse/visning/${id}`);
}
