import { error, json } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { readingOf } from '#lib/server/session.ts';
import type { RequestHandler } from './$types';

/** Being asked uses the session, so that it does not idle out; the answer is how long it lasts now. */
export const POST: RequestHandler = ({ locals: { app, user, session } }) => {
  if (!session || !may(user, { action: 'read_profile' })) error(401, { code: 'signed-out', message: 'signed-out' });
  return json(readingOf(session, app.clock()));
};
