import { securityHeaders } from '#lib/server/security-headers.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, signIn, test } from '../support/server.ts';
import { statisticsPath } from '../support/statistics-page.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const answers: [status: number, path: string, init?: RequestInit][] = [
  [200, '/'],
  [200, statisticsPath],
  [200, `${statisticsPath}/tabell.csv`],
  [200, '/helse'],
  [200, '/favicon.svg'],
  [200, '/_app/statistics.js'],
  [303, '/kartlegging'],
  [303, '/malform', { method: 'POST', body: 'malform=nn', headers: form }],
  [400, '/%E0%A4%A'],
  [404, '/finnes-ikke'],
  [404, '/_app/immutable/finnes-ikke.js'],
  [405, '/statistikk', { method: 'PUT' }],
  [405, '/helse', { method: 'POST' }],
  [413, '/logg-inn', { method: 'POST', body: `email=${'x'.repeat(2_000_000)}`, headers: form }],
  [415, '/logg-inn', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }]
];

for (const [status, path, init = {}] of answers) {
  test(`${init.method ?? 'GET'} ${path} is answered ${status} with all headers`, async ({ server }) => {
    const headers = { origin: server.origin, accept: 'text/html', ...init.headers };
    const response = await fetch(server.origin + path, { ...init, headers, redirect: 'manual' });
    expect(response.status).toBe(status);
    expectAllHeaders(response);
  });
}

test('a page that the browser has is confirmed with all headers', async ({ server }) => {
  const first = await fetch(server.origin + statisticsPath);
  await first.arrayBuffer();
  const again = await fetch(server.origin + statisticsPath, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' }
  });
  expect(again.status).toBe(304);
  expectAllHeaders(again);
  expect(policyOf(again)).toBe(policyOf(first));
});

test('no two visits get the same nonce', async ({ server }) => {
  for (const path of ['/logg-inn', '/finnes-ikke', server.answerLink(silentMunicipalities[0]?.number ?? '')]) {
    const visits = await Promise.all([1, 2, 3].map(() => fetch(new URL(path, server.origin))));
    const nonces = visits.map((visit) => /'nonce-([^']+)'/.exec(policyOf(visit))?.[1]);
    expect(new Set(nonces).size, path).toBe(3);
    expect(nonces).not.toContain(undefined);
    expect(visits[0]?.headers.get('cache-control')).toMatch(/private|no-store/);
  }
});

test('a statistics page that is kept for many has no nonce, one for a single reader has', async ({ server }) => {
  const policy = async (cookie = '') => policyOf(await fetch(server.origin + statisticsPath, { headers: { cookie } }));
  expect(await policy()).toMatch(/style-src 'self' 'sha256-/);
  expect(await policy()).not.toContain('nonce-');
  expect(await policy('session=unknown')).toContain('nonce-');
});

test('every inline script and style of a page is named by its policy', async ({ context, page, server }) => {
  await signIn(context, server);
  const link = server.answerLink(silentMunicipalities[0]?.number ?? '');
  const paths = [
    '/',
    '/statistikk',
    statisticsPath,
    '/logg-inn',
    '/logg-inn/x',
    '/kartlegging',
    '/kartlegging/sor-2024'
  ];
  for (const path of [...paths, link, '/finnes-ikke']) {
    const response = await page.goto(new URL(path, server.origin).href);
    const html = (await response?.text()) ?? '';
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'| \*|https?:/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const tags = html.match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(tags.filter((tag) => !/ src=/.test(tag) && !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(html.match(/<[^>]* (style|on\w+)=/g)).toBeNull();
  }
});

function policyOf(response: Response): string {
  return response.headers.get('content-security-policy') ?? '';
}

function expectAllHeaders(response: Response) {
  const { 'content-security-policy': ofFiles, ...fixed } = securityHeaders(response.url);
  expect(Object.fromEntries(response.headers)).toMatchObject(fixed);
  const isPage = response.headers.get('x-sveltekit-page') !== null;
  if (!isPage) expect(policyOf(response)).toBe(ofFiles);
  expect(policyOf(response)).toContain("default-src 'none'");
  expect(policyOf(response)).toContain("frame-ancestors 'none'");
}
