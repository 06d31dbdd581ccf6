import { createHash } from 'node:crypto';
import { acceptedEncoding, compressed } from './compression.ts';
import type { App } from './app.ts';
import { withoutNonce } from './nonce.ts';
import { languageCookie, requestLanguage } from './request-language.ts';
import { Recent } from './recent.ts';

type Incoming = {
  request: Request;
  url: URL;
  params: Partial<Record<string, string>>;
  cookies: { get(name: string): string | undefined; getAll(): { name: string }[] };
  isDataRequest: boolean;
};
type Stored = { etag: string; headers: [string, string][]; body: Uint8Array<ArrayBuffer> };

/** What has been released: what stands between, such as a CDN, asks again after a minute, and browsers each time. */
const released = 'public, max-age=0, s-maxage=60, must-revalidate';

/** Keeps the front page and the public pages of statistics and releases, whole and compressed, for as long as nothing new has been reported. */
export class PageCache {
  private readonly pages = new Recent<string, Stored>(500);

  /** Answers from what is kept, or makes the answer, compresses it, and keeps it when it is public. */
  async respond(event: Incoming, app: App, make: () => Promise<Response>): Promise<Response> {
    const key = keyOf(event);
    if (key === null) return compressed(event, await make());
    const fullKey = `${await app.statistics.current()} ${key}`;
    const stored = this.pages.get(fullKey);
    if (stored) return answer(event.request, stored);
    const { response, mayBeKept } = await forMany(await make());
    const whole = await compressed(event, response);
    if (!mayBeKept) return whole;
    const made = await keepable(whole, event.url.pathname);
    this.pages.set(fullKey, made);
    return answer(event.request, made);
  }
}

/** An answer in the form in which others may get it too, when there is one. */
async function forMany(response: Response): Promise<{ response: Response; mayBeKept: boolean }> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return { response, mayBeKept: false };
  if (!response.headers.get('content-type')?.startsWith('text/html')) return { response, mayBeKept: true };
  const html = await response.text();
  const { status, headers } = response;
  const kept = withoutNonce(html, headers);
  if (kept === null) return { response: new Response(html, { status, headers }), mayBeKept: false };
  return { response: new Response(kept.html, { status, headers: kept.headers }), mayBeKept: true };
}

/**
 * The browser keeps the page too, and asks each time whether it is still the newest. The page is shorter than it was made,
 * and whoever takes no compression goes by its length.
 */
async function keepable(response: Response, path: string): Promise<Stored> {
  const body = new Uint8Array(await response.arrayBuffer());
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  const headers = new Headers(response.headers);
  headers.set('etag', etag);
  headers.set('content-length', String(body.byteLength));
  headers.set('cache-control', path.startsWith('/statistikk') ? 'no-cache' : released);
  headers.set('vary', 'accept-encoding, accept-language, cookie');
  return { etag, headers: [...headers], body };
}

function answer(request: Request, { etag, headers, body }: Stored): Response {
  const asked = request.headers.get('if-none-match')?.split(/,\s*/) ?? [];
  if (!asked.includes(etag)) return new Response(body, { status: 200, headers });
  const still = new Headers(headers);
  for (const name of ['content-type', 'content-encoding', 'content-length']) still.delete(name);
  return new Response(null, { status: 304, headers: still });
}

/** What a page is kept under, or null. The data of a page has the page's own address here, and must not stand in for it. */
function keyOf({ request, url, cookies, isDataRequest }: Incoming): string | null {
  const isPublic = cookies.getAll().every(({ name }) => name === languageCookie);
  const mayBeKept = request.method === 'GET' && !isDataRequest && isKept(url.pathname);
  if (!mayBeKept || !isPublic) return null;
  return `${acceptedEncoding(request)} ${requestLanguage({ request, cookies })} ${url.pathname}${url.search}`;
}

/** Files of a release tell for themselves how long they are kept. */
function isKept(path: string): boolean {
  return (
    path === '/' || path.startsWith('/statistikk') || (path.startsWith('/utgivelser') && !path.includes('/filer/'))
  );
}
