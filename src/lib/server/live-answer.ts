import { isRedirect } from '@sveltejs/kit';
import { identifyAgain } from './identification.ts';
import { answerOnce, streamChanges } from './live-stream.ts';
import { Problem } from './problem.ts';

type Watched = {
  topic: string;
  holder: string;
  /** Opens what is watched for who asks; throws when they may not. */
  open: (locals: App.Locals) => Promise<unknown>;
  beat?: () => Promise<void>;
  gone?: () => Promise<void>;
};

/** The answer of a route of changes: a stream for a browser that listens, else the mark there is now. */
export async function answerChanges(
  locals: App.Locals,
  request: Request,
  { open, ...watched }: Watched
): Promise<Response> {
  const { live, log } = locals.app;
  if (!request.headers.get('accept')?.includes('text/event-stream')) return answerOnce(live, watched.topic);
  return streamChanges(live, { ...watched, log, holds: () => isStillOpen(locals, open) });
}

/** Whether someone would be let in now; looking does not use their session. */
async function isStillOpen(locals: App.Locals, open: Watched['open']): Promise<boolean> {
  const { app, session } = locals;
  try {
    const system = { kind: 'system', task: 'session' } as const;
    const now = session
      ? await app.db.transaction(system, (tx) => identifyAgain(tx, session, app.clock()))
      : { user: locals.user };
    await open({ ...locals, ...now });
    return true;
  } catch (error) {
    if (isRedirect(error) || (error instanceof Problem && error.status < 500)) return false;
    throw error;
  }
}
