import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed } from '#lib/server/compression.ts';

const html = '<p>71 saker</p>'.repeat(100);
const page = () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', etag: '"1"' } });
const asking = (headers: Record<string, string>, params = {}) => ({
  request: new Request('http://x/', { headers }),
  params
});
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a page', () => {
  it('is sent as brotli to those who take it', async () => {
    const response = await compressed(asking({ 'accept-encoding': 'gzip, deflate, br' }), page());
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('vary')).toContain('accept-encoding');
    expect(brotliDecompressSync(await bytes(response)).toString()).toBe(html);
  });

  it('is sent as gzip to those who take only that', async () => {
    const response = await compressed(asking({ 'accept-encoding': 'gzip' }), page());
    expect(gunzipSync(await bytes(response)).toString()).toBe(html);
  });

  it('is sent as it is to those who take neither', async () => {
    const response = await compressed(asking({}), page());
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  it('behind a link or a session is sent as it is, so that its length tells nothing', async () => {
    const accept = { 'accept-encoding': 'br' };
    const behindLink = await compressed(asking(accept, { token: 'abc' }), page());
    const behindSession = await compressed(asking({ ...accept, cookie: 'session=abc' }), page());
    expect([behindLink, behindSession].map((response) => response.headers.get('content-encoding'))).toEqual([
      null,
      null
    ]);
  });

  it('with only a language chosen is compressed like any public page', async () => {
    const response = await compressed(asking({ 'accept-encoding': 'br', cookie: 'malform=nn' }), page());
    expect(response.headers.get('content-encoding')).toBe('br');
  });
});

it('a picture is left alone', async () => {
  const picture = new Response('png', { headers: { 'content-type': 'image/png' } });
  expect((await compressed(asking({ 'accept-encoding': 'br' }), picture)).headers.get('content-encoding')).toBeNull();
});
