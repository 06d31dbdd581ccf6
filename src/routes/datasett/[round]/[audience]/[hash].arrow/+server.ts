import { audienceOf } from '#lib/domain/access.ts';
import { audiences } from '#lib/domain/disclosure.ts';
import { Problem } from '#lib/server/problem.ts';
import { findRound } from '#lib/server/round.ts';
import type { RequestHandler } from './$types';

// A public page for the public data set; another audience's is not found by those who do not belong to it.
export const GET: RequestHandler = async ({ locals, params }) => {
  const { app, user } = locals;
  const round = await app.db.transaction({ kind: 'public' }, (tx) => findRound(tx, params.round));
  const audience = audiences.find((candidate) => candidate === params.audience);
  if (!round || !audience) throw Problem.notFound();
  if (audience !== 'public' && audienceOf(user, round.korusRegion) !== audience) throw Problem.notFound();
  const bytes = await app.statistics.arrow(round, audience, params.hash);
  if (!bytes) throw Problem.notFound();
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.apache.arrow.stream',
      'cache-control': audience === 'public' ? 'public, max-age=31536000, immutable' : 'private, no-store'
    }
  });
};
