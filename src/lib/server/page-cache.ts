import { acceptedEncoding } from './compression.ts';
import type { App } from './app.ts';
import { languageCookie, requestLanguage } from './request-language.ts';
import { Recent } from './recent.ts';

type Incoming = {
  request: Request;
  url: URL;
  cookies: { get(name: string): string | undefined; getAll(): { name: string }[] };
};
type Stored = { status: number; headers: [string, string][]; body: Uint8Array<ArrayBuffer> };

/** Keeps the public statistics pages, whole and compressed, for as long as nothing new has been reported. */
export class PageCache {
  private readonly pages = new Recent<string, Stored>(500);

  /** Answers from what is kept, or makes the answer and keeps it when it is public. */
  async respond(event: Incoming, app: App, make: () => Promise<Response>): Promise<Response> {
    const key = keyOf(event);
    if (key === null) return make();
    const fullKey = `${await app.statistics.current()} ${key}`;
    const stored = this.pages.get(fullKey);
    if (stored) return new Response(stored.body, { status: stored.status, headers: stored.headers });
    const response = await make();
    if (response.status !== 200 || response.headers.has('set-cookie')) return response;
    const body = new Uint8Array(await response.arrayBuffer());
    const kept: Stored = { status: response.status, headers: [...response.headers], body };
    this.pages.set(fullKey, kept);
    return new Response(kept.body, { status: kept.status, headers: kept.headers });
  }
}

function keyOf({ request, url, cookies }: Incoming): string | null {
  const isPublic = cookies.getAll().every(({ name }) => name === languageCookie);
  if (request.method !== 'GET' || !isPublic || !url.pathname.startsWith('/statistikk')) return null;
  return `${acceptedEncoding(request)} ${requestLanguage({ request, cookies })} ${url.pathname}${url.search}`;
}
