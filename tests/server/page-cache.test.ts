import { describe, expect, it } from 'vitest';
import type { App } from '#lib/server/app.ts';
import { PageCache } from '#lib/server/page-cache.ts';

const policy = "script-src 'self' 'nonce-once'; style-src 'self' 'nonce-once'";

type Asking = {
  path?: string;
  cookies?: Record<string, string>;
  headers?: Record<string, string>;
  method?: string;
  isDataRequest?: boolean;
};

function setUp(page = (count: number) => new Response(String(count))) {
  let state = 'one';
  let made = 0;
  const app = { statistics: { current: () => Promise.resolve(state) } } as App;
  const cache = new PageCache();
  const ask = async (asking: Asking = {}) => {
    const { path = '/statistikk/sor/2024', cookies = {}, headers = {}, method = 'GET', isDataRequest = false } = asking;
    const url = new URL(path, 'http://localhost');
    const event = {
      url,
      params: {},
      isDataRequest,
      request: new Request(url, { headers, method }),
      cookies: {
        get: (name: string) => cookies[name],
        getAll: () => Object.keys(cookies).map((name) => ({ name }))
      }
    };
    return cache.respond(event, app, () => Promise.resolve(page((made += 1))));
  };
  const read = async (asking?: Asking) => (await ask(asking)).text();
  return { ask, read, report: () => (state = 'two') };
}

describe('a public statistics page', () => {
  it('is made once, until something new is reported', async () => {
    const { read, report } = setUp();
    expect([await read(), await read()]).toEqual(['1', '1']);
    report();
    expect([await read(), await read()]).toEqual(['2', '2']);
  });

  it('is kept apart by filter, language and encoding', async () => {
    const { read } = setUp();
    const variants: Asking[] = [
      {},
      { path: '/statistikk/sor/2024?fylke=42' },
      { cookies: { malform: 'nn' } },
      { headers: { 'accept-encoding': 'br' } },
      { headers: { 'accept-language': 'nn' } }
    ];
    const made = await Promise.all(variants.map(read));
    expect(new Set(made).size).toBe(variants.length);
  });

  it('is never the data of its address, which SvelteKit gives the same name', async () => {
    const { read } = setUp();
    expect(await read({ isDataRequest: true })).toBe('1');
    expect([await read(), await read({ isDataRequest: true }), await read()]).toEqual(['2', '3', '2']);
  });

  it('tells how long it is without its nonces, also uncompressed', async () => {
    const html = '<style nonce="once">p { color: red }</style>';
    const headers = { 'content-type': 'text/html', 'content-length': String(html.length) };
    for (const encoding of ['identity', 'gzip']) {
      const { ask } = setUp(() => new Response(html, { headers: { ...headers, 'content-security-policy': policy } }));
      const response = await ask({ headers: { 'accept-encoding': encoding } });
      const { byteLength } = await response.clone().arrayBuffer();
      expect(response.headers.get('content-length'), encoding).toBe(String(byteLength));
    }
  });

  it('is not sent again to a browser that has it', async () => {
    const { ask, report } = setUp();
    const etag = (await ask()).headers.get('etag') ?? '';
    const headers = { 'if-none-match': `"other", ${etag}` };
    const again = await ask({ headers });
    expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([304, '', 'no-cache']);
    report();
    expect((await ask({ headers })).status).toBe(200);
  });
});

describe('a page with a nonce', () => {
  const pageWith = (body: string) => (count: number) =>
    new Response(`${count}${body}`, { headers: { 'content-type': 'text/html', 'content-security-policy': policy } });

  it('is kept without it, its styles named by hash', async () => {
    const { ask } = setUp(pageWith('<style nonce="once">p{}</style>'));
    const kept = [await ask(), await ask()];
    expect(await Promise.all(kept.map((response) => response.text()))).toEqual(Array(2).fill('1<style>p{}</style>'));
    for (const { headers } of kept) {
      expect(headers.get('content-security-policy')).toMatch(/^script-src 'self'; style-src 'self' 'sha256-[^']+'$/);
    }
  });

  it('is not kept when a script needs it', async () => {
    const { ask } = setUp(pageWith('<script nonce="once">1</script>'));
    await ask();
    const again = await ask();
    expect(await again.text()).toBe('2<script nonce="once">1</script>');
    expect(again.headers.get('content-security-policy')).toBe(policy);
  });
});

describe('nothing is kept', () => {
  it.each<[string, Asking]>([
    ['for someone who is signed in', { cookies: { session: 'abc' } }],
    ['of what is sent in', { method: 'POST' }],
    ['of other pages', { path: '/svar/abc' }]
  ])('%s', async (_name, asking) => {
    const { read } = setUp();
    expect([await read(asking), await read(asking)]).toEqual(['1', '2']);
  });
});
