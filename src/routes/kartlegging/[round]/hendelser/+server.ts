import { answerChanges } from '#lib/server/live-answer.ts';
import { roundTopic } from '#lib/server/live-sources.ts';
import { openFollower } from '../follow.ts';
import type { RequestHandler } from './$types';

/** That something in the round has changed, as server-sent events. openFollower asks access.may. */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  // A browser that listens cannot be led to sign in: it is told to stop, and the page finds out by itself.
  const isListening = request.headers.get('accept')?.includes('text/event-stream') ?? false;
  if (isListening && locals.user.kind === 'public') return new Response(null, { status: 204 });
  const open = (asking: App.Locals) => openFollower(asking, params.round, url);
  const { actor, round } = await open(locals);
  const holder = actor.kind === 'person' ? actor.personId : '';
  return answerChanges(locals, request, { topic: roundTopic(round.id), holder, open });
};
