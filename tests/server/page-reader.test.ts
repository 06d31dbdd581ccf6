import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPage, webRules, type PageRules } from '#lib/server/page-reader.ts';
import { openSite } from '../support/web-site.ts';

const page =
  (body: string | Buffer, type = 'text/html; charset=utf-8'): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type }).end(body);
const to =
  (location: () => string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location: location() }).end();

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite({
    '/rer': page('<title>Rus</title><script>var hidden</script><p>Rådgivende   enhet for russaker</p>'),
    '/latin': page(Buffer.from('<p>rådgivende enhet</p>', 'latin1'), 'text/html; charset=ISO-8859-1'),
    '/file': page('russaker', 'application/pdf'),
    '/moved': to(() => '/rer'),
    '/inside': to(() => `http://inside.kommune.example:${site.port}/`),
    '/literal': to(() => `http://127.0.0.1:${site.port}/rer`),
    '/metadata': to(() => 'http://169.254.169.254/latest/meta-data'),
    '/elsewhere': to(() => 'https://attacker.example/'),
    '/port': to(() => 'http://www.kommune.example:5432/'),
    '/file-scheme': to(() => 'file:///etc/passwd'),
    '/round': to(() => '/round'),
    '/endless': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = () => {
        while (!response.destroyed && response.write('russaker '.repeat(500)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    },
    '/never': () => undefined,
    '/slow': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
    '/cut': (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '500' }).write('<p>');
      request.socket.end();
    },
    '/robots.txt': page('User-agent: *\nDisallow: /closed', 'text/plain')
  });
});
afterAll(() => site.close());

const read = (path: string, rules = {}) => readPage(`${site.origin}${path}`, { ...site.rules, ...rules });

it('gives the words of a page, without what no reader sees, in the letters it was written in', async () => {
  expect(await read('/rer')).toEqual({ kind: 'page', status: 200, text: 'Rus Rådgivende enhet for russaker' });
  expect(await read('/latin')).toMatchObject({
    kind: 'page',
    text: expect.stringContaining('rådgivende enhet') as string
  });
  expect(await read('/file')).toEqual({ kind: 'page', status: 200, text: '' });
  expect(await read('/gone')).toMatchObject({ kind: 'page', status: 404 });
  expect(await read('/moved')).toMatchObject({ kind: 'page', status: 200 });
});

it.each([
  ['/inside', 'private'],
  ['/literal', 'host'],
  ['/metadata', 'host'],
  ['/elsewhere', 'host'],
  ['/port', 'port'],
  ['/file-scheme', 'host'],
  ['/round', 'redirects'],
  ['/closed', 'robots']
])('%s is followed no further: %s', async (path, why) => {
  expect(await read(path)).toEqual({ kind: 'refused', why });
});

it('asks for no bare address inside a network, though it be listed', async () => {
  const rules = { ...site.rules, hosts: ['10.0.0.7', '::1'] };
  expect(await readPage(`http://10.0.0.7:${site.port}/`, rules)).toEqual({ kind: 'refused', why: 'private' });
  expect(await readPage(`http://[::1]:${site.port}/`, rules)).toEqual({ kind: 'refused', why: 'private' });
});

it('asks for no name that leads to an address inside, were it beside one that is open', async () => {
  const inside = { address: '10.0.0.7', family: 4 };
  const open = { address: '127.0.0.1', family: 4 };
  for (const found of [[open, inside], [inside, open], [inside]]) {
    const lookup = ((_: string, __: unknown, told: (error: null, found: unknown[]) => void) =>
      told(null, found)) as unknown as PageRules['lookup'];
    expect(await read('/rer', { lookup })).toEqual({ kind: 'refused', why: 'private' });
  }
});

it('holds the name to the address it was found at, whatever a later look-up says', async () => {
  let times = 0;
  const lookup = ((_: string, __: unknown, told: (error: null, found: unknown[]) => void) => {
    times += 1;
    told(null, [{ address: times === 1 ? '127.0.0.1' : '10.0.0.7', family: 4 }]);
  }) as unknown as PageRules['lookup'];
  expect(await read('/rer', { lookup })).toEqual({ kind: 'refused', why: 'private' });
  expect(times).toBe(2); // once for robots.txt and once for the page: each connection uses what it looked up
});

it.each([
  '127.0.0.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.1',
  '[::ffff:127.0.0.1]',
  '[::1]',
  '169.254.169.254'
])('asks nothing of %s by the rules for the web, though the list has it', async (host) => {
  const { hostname } = new URL(`http://${host}/`);
  const hosts = [hostname.replace(/^\[|\]$/g, '')];
  expect(await readPage(`http://${host}/`, { ...webRules, hosts })).toEqual({ kind: 'refused', why: 'private' });
});

it('reads no more of an endless page than the bound', async () => {
  const found = await read('/endless');
  expect(found).toMatchObject({ kind: 'page', status: 200 });
  expect(found.kind === 'page' && found.text.length).toBeLessThanOrEqual(10_001);
});

it('gives up on what never answers, and on what answers without end', async () => {
  const soon = { mostMs: 200 };
  expect(await read('/never', soon)).toEqual({ kind: 'silent', why: 'time' });
  expect(await read('/slow', soon)).toEqual({ kind: 'silent', why: 'time' });
});

it('says that nobody answers where the name or the connection is wrong', async () => {
  const nobody = `http://nobody.kommune.example:${site.port}/`;
  expect(await readPage(nobody, site.rules)).toEqual({ kind: 'silent', why: 'name' });
  expect(await read('/cut')).toEqual({ kind: 'silent', why: 'connection' });
  const free = await freePort();
  const closed = { ...site.rules, ports: [free] };
  const found = await readPage(`http://www.kommune.example:${free}/`, closed);
  expect(found).toEqual({ kind: 'silent', why: 'connection' });
});

it('leaves a site alone whose robots.txt fails, and asks where there is none', async () => {
  const failing = await openSite({
    '/robots.txt': (_, response) => void response.writeHead(503).end(),
    '/': page('russaker')
  });
  expect(await readPage(`${failing.origin}/`, failing.rules)).toEqual({ kind: 'refused', why: 'robots' });
  expect(failing.asked).toEqual(['/robots.txt']);
  await failing.close();
  const without = await openSite({ '/': page('russaker') });
  expect(await readPage(`${without.origin}/`, without.rules)).toMatchObject({ kind: 'page', status: 200 });
  await without.close();
});

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
