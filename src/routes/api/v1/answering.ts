import { createHash } from 'node:crypto';
import type { RequestHandler } from '@sveltejs/kit';
import { apiSentence } from '#lib/i18n/api-sentence.ts';
import { languageOf } from '#lib/domain/language.ts';
import type { Answer, Operation, Refusal } from '#lib/server/api/operation.ts';
import { clientOf } from '#lib/server/client-address.ts';
import { Problem } from '#lib/server/problem.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';

/** Anyone's page may read what everybody may read, without anybody's cookies. */
const shared = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, content-location, retry-after'
};
/** A frozen version never changes, and may be withdrawn: an hour later nobody's store gives it any more. */
const kept = { always: 'public, max-age=3600, must-revalidate', briefly: 'public, max-age=300' };

/** How an operation is answered over HTTP: the same to everybody, whoever has signed in. */
export function answering(operation: Operation): RequestHandler {
  return async ({ locals, params, url, request, getClientAddress }) => {
    const { app } = locals;
    const source = {
      ...{ db: app.db, origin: app.origin },
      regions: app.reference.geography.korusRegions.map(({ id }) => id)
    };
    const accept = request.headers.get('accept');
    const refused = await overLimit(app, clientOf(getClientAddress));
    const answer = refused ?? (await operation.ask({ params, search: url.searchParams, accept, source }));
    if ('code' in answer) return problemResponse(answer, url);
    return response(answer, request);
  };
}

async function overLimit(app: App.Locals['app'], subject: string): Promise<Refusal | null> {
  try {
    await takeFromLimit(app, { limit: 'apiPerClient', subject });
    return null;
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 429) throw error;
    return { status: 429, code: 'too_many', parameter: '', value: '', retryAfter: Number(error.detail?.retryAfter) };
  }
}

function response({ mediaType, body, keep, location }: Answer, request: Request): Response {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const headers = {
    ...shared,
    ...{ etag: `"${hash}"`, 'cache-control': kept[keep], vary: 'accept' },
    ...(location && { 'content-location': location })
  };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(headers.etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': mediaType } });
}

/** A refusal as a problem of RFC 9457, with a sentence that names the parameter and its value. */
function problemResponse({ status, code, parameter, value, allowed, retryAfter }: Refusal, url: URL): Response {
  const shown = [...value.toWellFormed()].slice(0, 100).join('');
  const problem = {
    ...{ type: 'about:blank', title: code.replaceAll('_', ' '), status },
    detail: apiSentence({ code, parameter, value: shown, retryAfter }, languageOf(url.searchParams.get('lang'))),
    ...{ parameter, value: shown },
    ...(allowed && { allowed })
  };
  const headers = {
    ...shared,
    ...{ 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) })
  };
  return new Response(JSON.stringify(problem), { status, headers });
}

const methods = 'GET, HEAD, OPTIONS';

/** What is not read: a browser that asks whether a page of others may read, and everything that cannot be done here. */
export const otherwise: RequestHandler = ({ request, url }) => {
  const { method } = request;
  if (method !== 'OPTIONS') {
    const refused = problemResponse({ status: 405, code: 'no_method', parameter: 'method', value: method }, url);
    refused.headers.set('allow', methods);
    return refused;
  }
  const asked = {
    allow: methods,
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'accept, if-none-match',
    'access-control-max-age': '86400'
  };
  return new Response(null, { status: 204, headers: { ...shared, ...asked } });
};
