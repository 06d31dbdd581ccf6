import { describe, expect, it } from 'vitest';
import type { App } from '#lib/server/app.ts';
import { PageCache } from '#lib/server/page-cache.ts';

type Asking = { path?: string; cookies?: Record<string, string>; headers?: Record<string, string>; method?: string };

function setUp() {
  let state = 'one';
  let made = 0;
  const app = { statistics: { current: () => Promise.resolve(state) } } as App;
  const cache = new PageCache();
  const ask = async ({ path = '/statistikk/sor/2024', cookies = {}, headers = {}, method = 'GET' }: Asking = {}) => {
    const url = new URL(path, 'http://localhost');
    const event = {
      url,
      request: new Request(url, { headers, method }),
      cookies: {
        get: (name: string) => cookies[name],
        getAll: () => Object.keys(cookies).map((name) => ({ name }))
      }
    };
    const response = await cache.respond(event, app, () => Promise.resolve(new Response(String((made += 1)))));
    return response.text();
  };
  return { ask, report: () => (state = 'two') };
}

describe('a public statistics page', () => {
  it('is made once, until something new is reported', async () => {
    const { ask, report } = setUp();
    expect([await ask(), await ask()]).toEqual(['1', '1']);
    report();
    expect([await ask(), await ask()]).toEqual(['2', '2']);
  });

  it('is kept apart by filter, language and encoding', async () => {
    const { ask } = setUp();
    const variants: Asking[] = [
      {},
      { path: '/statistikk/sor/2024?fylke=42' },
      { cookies: { malform: 'nn' } },
      { headers: { 'accept-encoding': 'br' } },
      { headers: { 'accept-language': 'nn' } }
    ];
    const made = await Promise.all(variants.map(ask));
    expect(new Set(made).size).toBe(variants.length);
  });
});

describe('nothing is kept', () => {
  it.each<[string, Asking]>([
    ['for someone who is signed in', { cookies: { session: 'abc' } }],
    ['of what is sent in', { method: 'POST' }],
    ['of other pages', { path: '/svar/abc' }]
  ])('%s', async (_name, asking) => {
    const { ask } = setUp();
    expect([await ask(asking), await ask(asking)]).toEqual(['1', '2']);
  });
});
