import { endPresence, notePresence } from '#lib/server/draft-presence.ts';
import { answerChanges } from '#lib/server/live-answer.ts';
import { answerTopic, talkTopic } from '#lib/server/live-sources.ts';
import { editorOf, openRespondent } from '../respondent.ts';
import type { RequestHandler } from './$types';

/** That others have done something in the draft, or said something of the answer; openRespondent asks access.may. */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  const { db, clock } = locals.app;
  const open = (asking: App.Locals) => openRespondent(asking, params.token);
  const respondent = await open(locals);
  const { actor, user } = respondent;
  const topic = url.searchParams.get('om') === 'sporsmal' ? talkTopic(actor) : answerTopic(actor);
  const window = url.searchParams.get('vindu') ?? '';
  const presence = /^[\w-]{1,100}$/.test(window) && {
    beat: () => db.transaction(actor, (tx) => notePresence(tx, actor, editorOf(respondent, window), clock())),
    gone: () => db.transaction(actor, (tx) => endPresence(tx, actor, window))
  };
  const holder = user.kind === 'person' ? user.personId : topic;
  return answerChanges(locals, request, { topic, holder, open, ...presence });
};
