import { actorOf } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { findReleaseFile } from '#lib/server/public-release.ts';
import { openPublication } from '../../../publication.ts';
import type { RequestHandler } from './$types';

/** A file of a version never changes, and may be withdrawn: an hour later nobody's store gives it any more. */
const anHour = 'public, max-age=3600, must-revalidate';

// A public address; openPublication asks access.may of what is not public yet.
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { id, isPublic, isWithdrawn } = await openPublication(locals, params);
  const { app, user } = locals;
  const actor = user.kind === 'person' ? actorOf(user) : ({ kind: 'public' } as const);
  const file = isWithdrawn ? null : await app.db.transaction(actor, (tx) => findReleaseFile(tx, id, params.file));
  if (!file) throw Problem.notFound();
  const headers = {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${file.name}"`,
    etag: `"${file.hash.slice(0, 32)}"`,
    'cache-control': isPublic ? anHour : 'no-store'
  };
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(file.bytes), { headers });
};
