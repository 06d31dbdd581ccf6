import { may } from '#lib/domain/access.ts';
import { showImportScene } from '#lib/server/import-scene.ts';
import { Problem } from '#lib/server/problem.ts';
import { answersCsv } from '#lib/ui/import/answers-csv.ts';
import { openFollower } from '../../follow.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { app, user, language } = locals;
  const { actor, round } = await openFollower(locals, params.round, url);
  if (!may(user, { action: 'import_answers', korusRegion: round.korusRegion })) throw Problem.notFound();
  const scene = await app.db.transaction(actor, (tx) => showImportScene(tx, app, round, app.clock()));
  return new Response(answersCsv(scene, language), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="regionspeil-svar-${round.id}.csv"`
    }
  });
};
