import { json } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { showImportScene } from '#lib/server/import-scene.ts';
import { Problem } from '#lib/server/problem.ts';
import { openFollower } from '../../follow.ts';
import type { RequestHandler } from './$types';

// What the browser's worker holds rows against; asked for when somebody has chosen a file, for it holds every answer.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { app, user } = locals;
  const { actor, round } = await openFollower(locals, params.round, url);
  if (!may(user, { action: 'import_answers', korusRegion: round.korusRegion })) throw Problem.notFound();
  const scene = await app.db.transaction(actor, (tx) => showImportScene(tx, app, round, app.clock()));
  return json(scene, { headers: { 'cache-control': 'no-store' } });
};
