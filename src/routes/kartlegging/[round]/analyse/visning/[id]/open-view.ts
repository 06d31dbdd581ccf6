import type { RequestEvent } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import type { SavedView } from '#lib/domain/saved-view.ts';
import { Problem } from '#lib/server/problem.ts';
import { findView, type ViewKey } from '#lib/server/saved-view.ts';
import { openWorkbench, type OpenWorkbench } from '../../open-analysis.ts';

export type OpenView = { workbench: OpenWorkbench; view: SavedView; key: ViewKey; isOwn: boolean };

/** The saved view of an address for those who may see it; others find nothing. */
export async function openView({
  locals,
  params,
  url
}: Pick<RequestEvent<{ round: string; id: string }>, 'locals' | 'params' | 'url'>): Promise<OpenView> {
  const workbench = await openWorkbench(locals, params.round, url);
  const { actor, round, chain, user } = workbench;
  const view = await locals.app.db.transaction(actor, (tx) => findView(tx, round.id, params.id));
  if (!view) throw Problem.notFound();
  const isOwn = may(user, { action: 'change_view', owner: view.ownerId });
  return { workbench, view, key: { roundId: round.id, id: view.id, chain }, isOwn };
}
