import { may } from '#lib/domain/access.ts';
import { listViews } from '#lib/server/saved-view.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { readLinked } from '#lib/stats/analysis-rows.ts';
import { analysisScreen } from '#lib/ui/analysis/screen.ts';
import type { Actions, PageServerLoad } from './$types';
import { tableAddresses } from './dataset-address.ts';
import { analysisIn, openWorkbench } from './open-analysis.ts';
import { saveShownView } from './saving.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const workbench = await openWorkbench(locals, params.round, url);
  const { scene, analysis, unknown, dataset, isFollower, scope } = await analysisIn(
    locals,
    workbench,
    url.searchParams
  );
  const rows = await locals.app.workbench.ask(dataset, (run) => readLinked(run, analysis));
  const views = await locals.app.db.transaction(workbench.actor, (tx) => listViews(tx, params.round));
  return {
    ...{ scene, rounds: analysis.rounds, area: analysis.scope, unknown, isFollower, scope },
    tables: tableAddresses(params.round, dataset.hash, analysis),
    screen: analysisScreen({ ...rows, scene, analysis }, svgDocument),
    views: views.map(({ id, name, owner, isShared, notes, ownerId, removedAt }) => ({
      ...{ id, name, owner, isShared, notes, isRemoved: removedAt !== null },
      isOwn: may(workbench.user, { action: 'change_view', owner: ownerId })
    }))
  };
};

export const actions: Actions = {
  lagre: async (event) => saveShownView(event)
};
