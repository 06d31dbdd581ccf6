import { answerChanges } from '#lib/server/live-answer.ts';
import { roundTopic, talkTopic } from '#lib/server/live-sources.ts';
import { Problem } from '#lib/server/problem.ts';
import { openFollower } from '../follow.ts';
import type { RequestHandler } from './$types';

/** That something in the round, or in what is said of one answer, has changed. openFollower asks access.may. */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  // A browser that listens cannot be led to sign in: it is told to stop, and the page finds out by itself.
  const isListening = request.headers.get('accept')?.includes('text/event-stream') ?? false;
  if (isListening && locals.user.kind === 'public') return new Response(null, { status: 204 });
  const open = (asking: App.Locals) => openFollower(asking, params.round, url);
  const { actor, round } = await open(locals);
  const holder = actor.kind === 'person' ? actor.personId : '';
  const municipalityNo = url.searchParams.get('kommune');
  // One topic that the store cannot read would end the watch of all.
  if (municipalityNo !== null && !/^\d{4}$/.test(municipalityNo)) throw Problem.notFound();
  const topic = municipalityNo === null ? roundTopic(round.id) : talkTopic({ roundId: round.id, municipalityNo });
  return answerChanges(locals, request, { topic, holder, open });
};
