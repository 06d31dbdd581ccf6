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

describe('the front page and a release', () => {
  it.each(['/', '/utgivelser', '/utgivelser/sor/2024/1?kommune=Ar'])(
    '%s may be kept by a CDN for a minute, which then asks by its etag, and sets no cookie',
    async (path) => {
      const { ask } = setUp();
      const first = await ask({ path });
      expect(Object.fromEntries(first.headers)).toMatchObject({
        'cache-control': 'public, max-age=0, s-maxage=60, must-revalidate',
        vary: 'accept-encoding, accept-language, cookie'
      });
      expect(first.headers.has('set-cookie')).toBe(false);
      const again = await ask({ path, headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  );

  it('is not kept where somebody is signed in, or when it sets a cookie', async () => {
    const { read } = setUp();
    const asking = { path: '/utgivelser/sor/2024', cookies: { session: 'abc' } };
    expect([await read(asking), await read(asking)]).toEqual(['1', '2']);
    const setting = setUp(() => new Response('', { headers: { 'set-cookie': 'a=b' } }));
    expect((await setting.ask({ path: '/' })).headers.get('etag')).toBeNull();
  });

  it('tells for itself how long a file is kept', async () => {
    const { ask } = setUp(
      () => new Response('', { headers: { 'cache-control': 'public, max-age=31536000, immutable' } })
    );
    const file = await ask({ path: '/utgivelser/sor/2024/1/filer/tall.csv' });
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
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
