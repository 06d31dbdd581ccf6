import { may } from '#lib/domain/access.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { listViewNotes } from '#lib/server/view-note.ts';
import { readLinked } from '#lib/stats/analysis-rows.ts';
import { analysisScreen } from '#lib/ui/analysis/screen.ts';
import { analysisIn } from '../../open-analysis.ts';
import { openView } from './open-view.ts';
import { addNote, change, remove, removeNote, restore } from './view-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { workbench, view, isOwn } = await openView({ locals, params, url });
  const { round, actor, user, isFollower } = workbench;
  const { name, owner, isShared, savedAt, id } = view;
  const page = {
    round: { id: round.id, dataKind: round.dataKind },
    ...{ view: { id, name, owner, isShared, savedAt }, isOwn, isFollower }
  };
  if (view.removedAt) return { ...page, shown: null, notes: [] };
  const { scene, analysis, unknown, dataset } = await analysisIn(locals, workbench, new URLSearchParams(view.address));
  const rows = await locals.app.workbench.ask(dataset, (run) => readLinked(run, analysis));
  const notes = await locals.app.db.transaction(actor, (tx) => listViewNotes(tx, round.id, id));
  return {
    ...page,
    shown: { ...analysisScreen({ ...rows, scene, analysis }, svgDocument), unknown },
    notes: notes.map(({ writtenBy, ...note }) => ({
      ...note,
      isOwn: may(user, { action: 'remove_view_note', owner: writtenBy })
    }))
  };
};

export const actions: Actions = {
  endre: async (event) => change(event),
  slett: async (event) => remove(event),
  angre: async (event) => restore(event),
  notat: async (event) => addNote(event),
  fjern: async (event) => removeNote(event)
};
