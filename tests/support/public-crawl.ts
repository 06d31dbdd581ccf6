import type { PublicBytes } from './public-bytes.ts';

const most = 600;
const left = /^\/(?:_app|logg-inn|malform|favicon|fonts)/;

/**
 * Everything that anybody gets from a server: from `starts` on, each address of its own that stands in what it answers,
 * as a link or as text, and for each page the data behind it. Without a session.
 */
export async function crawl(origin: string, starts: readonly string[]): Promise<PublicBytes[]> {
  const waiting = [...starts];
  const seen = new Set(waiting);
  const found: PublicBytes[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const got = await get(origin, address);
    if (!got) continue;
    found.push(got);
    if (found.length > most) throw new Error(`more than ${most} public addresses`);
    for (const next of [...dataOf(got), ...addressesIn(got, origin)]) {
      if (seen.has(next) || left.test(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return found;
}

async function get(origin: string, address: string): Promise<PublicBytes | null> {
  const response = await fetch(origin + address, { headers: { accept: '*/*' } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  if (response.status !== 200) return null;
  return { address, type: response.headers.get('content-type') ?? '', bytes, headers };
}

function dataOf({ address, type }: PublicBytes): string[] {
  if (!type.startsWith('text/html')) return [];
  const { pathname, search } = new URL(address, 'http://localhost');
  return [`${pathname === '/' ? '' : pathname}/__data.json${search}`];
}

function addressesIn({ address, type, bytes }: PublicBytes, origin: string): string[] {
  if (!/html|json|javascript/.test(type)) return [];
  const text = bytes
    .toString('utf8')
    .replaceAll('&amp;', '&')
    .replaceAll(String.raw`\/`, '/');
  const isPage = type.startsWith('text/html');
  const links = isPage
    ? [...text.matchAll(/(?:href|src|data-dataset)="([^"#]+)/g)]
    : [...text.matchAll(/"([^"#\s]*\/[^"#\s]*)"/g)];
  return links.flatMap(([, link = '']) => {
    if (!URL.canParse(link, origin + address)) return [];
    const url = new URL(link, origin + address);
    return url.origin === origin && !url.pathname.includes('{') ? [url.pathname + url.search] : [];
  });
}
