import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { openApp, type App } from '#lib/server/app.ts';
import { announce } from '#lib/server/announcement.ts';
import { compressed } from '#lib/server/compression.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { identify } from '#lib/server/identification.ts';
import { withoutUnusedMarks } from '#lib/server/hydration-marks.ts';
import { describeBug, openLog } from '#lib/server/log.ts';
import { PageCache } from '#lib/server/page-cache.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { Problem } from '#lib/server/problem.ts';
import { requestLanguage } from '#lib/server/request-language.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';

let app: App;
const pages = new PageCache();

export const init: ServerInit = async () => {
  if (building) return;
  try {
    const env = readEnvironment(process.env);
    app = await openApp(env, openLog(env.logLevel));
  } catch (error) {
    process.stderr.write(`Regionspeil starter ikke. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
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
  if (isPersonal) response.headers.set('cache-control', 'no-store');
  return response;
};

/** SvelteKit answers 500 to whatever is thrown; a Problem knows its own status, wherever it comes from. */
const refuse: Handle = async ({ event, resolve }) => {
  try {
    const response = await resolve(event);
    const status = event.locals.refusedWith;
    if (response.status !== 500 || status === undefined) return response;
    return new Response(response.body, { status, headers: response.headers });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    noteProblem(error, event.route.id);
    const { unexpected } = messagesIn(requestLanguage(event)).shell.errors;
    return new Response(unexpected, { status: error.status, headers: { 'cache-control': 'no-store' } });
  }
};

const secure: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-frame-options', 'DENY');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
};

const record: Handle = async ({ event, resolve }) => {
  const startedAt = performance.now();
  const response = await resolve(event);
  const ms = Math.round(performance.now() - startedAt);
  app.log.info({ route: event.route.id, method: event.request.method, status: response.status, ms }, 'request');
  return response;
};

const cache: Handle = ({ event, resolve }) =>
  pages.respond(event, app, async () => compressed(event, await resolve(event)));

export const handle = sequence(record, secure, refuse, cache, prepare);

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (error instanceof Problem) {
    event.locals.refusedWith = error.status;
    noteProblem(error, event.route.id);
    return { code: error.code, message: error.code };
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

function noteProblem({ status, code, cause }: Problem, route: string | null): void {
  if (status < 500) return;
  const reason = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  app.log.error({ status, route, code, cause: reason }, 'refused');
}
