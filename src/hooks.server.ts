import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { namesNoAction } from '#lib/server/action-name.ts';
import { openApp, type App } from '#lib/server/app.ts';
import { announce } from '#lib/server/announcement.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { identify } from '#lib/server/identification.ts';
import { privateImmutable } from '#lib/server/workbench-dataset.ts';
import { withoutUnusedMarks } from '#lib/server/hydration-marks.ts';
import { describeBug, openLog } from '#lib/server/log.ts';
import { PageCache } from '#lib/server/page-cache.ts';
import { writeSentence } from '#lib/i18n/bound-figure.ts';
import { errorSentence } from '#lib/i18n/error-sentence.ts';
import { Problem } from '#lib/server/problem.ts';
import { requestLanguage } from '#lib/server/request-language.ts';
import { isForeign } from '#lib/server/request-origin.ts';
import { secureEveryAnswer } from '#lib/server/security-headers.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import { makeFiles } from './routes/release-files-thread.ts';

let app: App;
const pages = new PageCache();

export const init: ServerInit = async () => {
  if (building) return;
  try {
    const env = readEnvironment(process.env);
    app = await openApp(env, openLog(env.logLevel), { writeSentence, makeFiles });
  } catch (error) {
    process.stderr.write(`Regionspeil starter ikke. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  secureEveryAnswer(app.origin);
  // The server waits for open answers before it closes, and a stream of changes never ends by itself.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void app.live.close());
  process.on('sveltekit:shutdown', () => void app.close().then(() => process.exit(0)));
  process.stdout.write(await announce(app));
};

const prepare: Handle = async ({ event, resolve }) => {
  const { locals, cookies } = event;
  const db = app.db.from(event.getClientAddress());
  locals.app = { ...app, db };
  locals.language = requestLanguage(event);
  locals.user = { kind: 'public' };
  locals.session = null;
  const token = cookies.get(sessionCookie(event.url).name);
  if (token) {
    const system = { kind: 'system', task: 'session' } as const;
    Object.assign(locals, await db.transaction(system, (tx) => identify(tx, token, app.clock())));
  }
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => withoutUnusedMarks(html.replace('%lang%', event.locals.language))
  });
  const isPersonal = event.locals.user.kind !== 'public' || event.params.token || event.request.method === 'POST';
  if (isPersonal && !isKeptByBrowser(response)) response.headers.set('cache-control', 'no-store');
  else if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  return response;
};

/** Named by its content and for one browser, which forgets it when its person signs out. */
function isKeptByBrowser({ status, headers }: Response): boolean {
  return status === 200 && headers.get('cache-control') === privateImmutable;
}

/** SvelteKit answers 500 to whatever is thrown; a Problem knows its own status, wherever it comes from. */
const refuse: Handle = async ({ event, resolve }) => {
  try {
    const response = await resolve(event);
    const { refused } = event.locals;
    if (response.status !== 500 || !refused) return response;
    return withRetryAfter(new Response(response.body, { status: refused.status, headers: response.headers }), refused);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    noteProblem(error, event.route.id);
    const sentence = errorSentence(refusalOf(error), requestLanguage(event));
    const headers = { 'cache-control': 'no-store' };
    return withRetryAfter(new Response(sentence, { status: error.status, headers }), error);
  }
};

const guard: Handle = ({ event, resolve }) => {
  if (isForeign(event.request, event.url.origin)) throw Problem.foreign();
  if (namesNoAction(event.url)) throw Problem.notFound();
  return resolve(event);
};

const record: Handle = async ({ event, resolve }) => {
  const startedAt = performance.now();
  const response = await resolve(event);
  const ms = Math.round(performance.now() - startedAt);
  app.log.info({ route: event.route.id, method: event.request.method, status: response.status, ms }, 'request');
  return response;
};

const cache: Handle = ({ event, resolve }) => pages.respond(event, app, async () => resolve(event));

export const handle = sequence(record, refuse, guard, cache, prepare);

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (error instanceof Problem) {
    event.locals.refused = error;
    noteProblem(error, event.route.id);
    return { ...refusalOf(error), message: error.code };
  }
  if (status < 500) {
    app.log.info({ status, route: event.route.id }, 'refused');
    const code = { 404: 'not-found', 413: 'too-large' }[status] ?? 'unreadable';
    return { code, message: code };
  }
  const reference = crypto.randomUUID().slice(0, 8);
  app.log.error({ reference, route: event.route.id, error: describeBug(error, event.route.id) }, 'bug');
  return { code: 'unexpected', message: 'unexpected', reference };
};

/** What the screens need to know of a refusal; the rest of its detail stays here. */
function refusalOf({ code, detail }: Problem): { code: string; retryAfter?: number } {
  return { code, ...(typeof detail?.retryAfter === 'number' && { retryAfter: detail.retryAfter }) };
}

function withRetryAfter(response: Response, problem: Problem): Response {
  const { retryAfter } = refusalOf(problem);
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
  return response;
}

function noteProblem({ status, code, cause }: Problem, route: string | null): void {
  if (status < 500) return;
  const reason = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  app.log.error({ status, route, code, cause: reason }, 'refused');
}
