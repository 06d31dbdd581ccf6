import { existsSync } from 'node:fs';
import readJsonStat from 'jsonstat-toolkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApiOf } from '#lib/server/api/openapi.ts';
import { operations } from '#lib/server/api/operations.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { limits } from '#lib/server/rate-limit.ts';
import type { Store } from '#lib/server/db.ts';
import { askApi, openPublishedStore, operationAt, origin, type Put } from '../support/published-store.ts';
import { otherwise } from '../../src/routes/api/v1/answering.ts';
import { leaked, releaseContent } from '../support/release-content.ts';

const puts: Put[] = [
  { slug: '2024', version: 1, standing: 'published' },
  { slug: '2024', version: 2, standing: 'published' },
  { slug: '2024', version: 3, standing: 'embargoed' },
  { slug: '2023', version: 1, standing: 'withdrawn' },
  { slug: '2022', version: 1, standing: 'embargoed' },
  { slug: '2021', version: 1, standing: 'approved' },
  { slug: '2020', version: 1, standing: 'draft' }
];
let db: Store;
beforeAll(async () => {
  db = await openPublishedStore(puts);
});
afterAll(() => db.close());

let client = 0;
/** Each asks from an address of its own, so that no test reaches the limit by others. */
const ask = (address: string, headers: Record<string, string> = {}) => {
  client += 1;
  return askApi(db, address, { headers, client: `10.1.${client >> 8}.${client & 255}` });
};
const json = async (address: string) => (await (await ask(address)).json()) as never;

/** Every address with its answers, as an example of each operation. */
const addresses = [
  '/',
  '/openapi.json',
  '/releases',
  '/releases?region=sor&round=2024',
  '/releases/sor/2024',
  '/releases/sor/2024/1',
  '/datasets',
  '/datasets?lang=nn',
  '/tables/sor-2024-saker',
  '/tables/sor-2024-v1-saker?lang=nn',
  '/tables/sor-2024-saker?format=csv',
  '/pxweb/config',
  '/pxweb/tables?lang=no&query=saker',
  '/pxweb/tables/sor-2024-saker',
  '/pxweb/tables/sor-2024-saker/metadata?lang=no&outputFormat=json-stat2',
  '/pxweb/tables/sor-2024-saker/data',
  '/pxweb/tables/sor-2024-saker/data?outputformat=csv&outputFormatParams=UseCodes&valuecodes[maal]=antall',
  '/pxweb/tables/sor-2024-saker/data?outputFormat=json-stat2&valueCodes[omraade]=4*&valueCodes[maal]=antall,rate'
];

describe('the document in OpenAPI', () => {
  type Document = {
    paths: Record<
      string,
      { get: { responses: Record<number, { content?: Record<string, { schema: { $ref: string } }> }> } }
    >;
    components: { schemas: Record<string, z.core.JSONSchema.JSONSchema> };
  };
  const document = openApiOf(operations, origin) as unknown as Document;
  const schemaIn = (path: string, status: number, type: string) => {
    const reference = document.paths[path]?.get.responses[status]?.content?.[type]?.schema.$ref;
    const schema = document.components.schemas[reference?.split('/').at(-1) ?? ''];
    if (!schema) throw new Error(`${path} does not say what ${status} of ${type} is`);
    return z.fromJSONSchema(schema);
  };

  it.each(operations.map(({ path }) => path))('%s has a route of its own, and an example here', (path) => {
    const folder = `src/routes/api/v1${path === '/' ? '' : path.replace(/\{(\w+)\}/g, '[$1]')}`;
    expect(existsSync(`${folder}/+server.ts`)).toBe(true);
    expect(addresses.map((one) => operationAt(one.split('?')[0] ?? '').operation.path)).toContain(path);
  });

  it.each(addresses)('says what %s answers', async (address) => {
    const answer = await ask(address);
    expect(answer.status).toBe(200);
    const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
    const { path } = operationAt(address.split('?')[0] ?? '').operation;
    const body: unknown = type === 'text/csv' ? await answer.text() : await answer.json();
    const { error } = schemaIn(path, 200, type).safeParse(body);
    expect(error).toBeUndefined();
  });

  it.each([
    ['/tables/sor-2024-saker?format=xlsx', 400, 'format', 'xlsx'],
    ['/tables/sor-2024-saker?fromat=csv', 400, 'fromat', 'csv'],
    ['/tables/sor-2024-saker?lang=nb&lang=nn', 400, 'lang', 'nn'],
    ['/tables/sor-2024-finnes-ikke', 404, 'id', 'sor-2024-finnes-ikke'],
    ['/releases?region=nord-pol', 400, 'region', 'nord-pol'],
    ['/releases/sor/1999', 404, 'round', '1999'],
    ['/releases/sor/2024/null', 400, 'version', 'null'],
    ['/releases/sor/2024/9', 404, 'version', '9'],
    ['/pxweb/tables?pageSize=-1', 400, 'pageSize', '-1'],
    ['/pxweb/tables/sor-2024-saker/data?valueCodes[omraade]=0301', 400, 'valueCodes[omraade]', '0301'],
    ['/pxweb/tables/sor-2024-saker/data?valueCodes[kjonn]=1', 400, 'valueCodes[kjonn]', '1'],
    ['/pxweb/tables/sor-2024-saker/data?valueCodes[__proto__]=1', 400, 'valueCodes[__proto__]', '1'],
    ['/pxweb/tables/sor-2024-saker/data?outputFormat=px', 400, 'outputFormat', 'px']
  ])('says what is wrong with %s', async (address, status, parameter, value) => {
    const answer = await ask(address);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const { path } = operationAt(address.split('?')[0] ?? '').operation;
    const problem = schemaIn(path, status, 'application/problem+json').parse(await answer.json()) as { detail: string };
    expect(problem).toMatchObject({ status, parameter, value });
    expect(problem.detail).toContain(`«${parameter}»`);
    expect(problem.detail).toContain(`«${value}»`);
  });
});

describe('an address of the API', () => {
  it('of the newest answers with the newest that everybody may read, and says which it is', async () => {
    const answer = await ask('/releases/sor/2024');
    expect(await answer.json()).toMatchObject({ version: 2, isNewest: true, supersededBy: null });
    expect(answer.headers.get('content-location')).toBe(`${origin}/api/v1/releases/sor/2024/2`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  });

  it('of a superseded version stays, and says what to read instead', async () => {
    expect(await json('/releases/sor/2024/1')).toMatchObject({ version: 1, isNewest: false, supersededBy: 2 });
    const table = await ask('/tables/sor-2024-v1-saker');
    expect(table.status).toBe(200);
    expect(table.headers.get('cache-control')).toBe('public, max-age=3600, must-revalidate');
    const etag = table.headers.get('etag') ?? '';
    const again = await ask('/tables/sor-2024-v1-saker', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    ['under embargo', '/releases/sor/2024/3', '/tables/sor-2024-v3-saker'],
    ['under embargo, alone in its round', '/releases/sor/2022', '/tables/sor-2022-saker'],
    ['withdrawn', '/releases/sor/2023/1', '/tables/sor-2023-v1-saker'],
    ['withdrawn, as the newest', '/releases/sor/2023', '/pxweb/tables/sor-2023-saker/data'],
    ['approved', '/releases/sor/2021/1', '/pxweb/tables/sor-2021-v1-saker/metadata'],
    ['a draft', '/releases/sor/2020', '/tables/sor-2020-saker']
  ])('of a release that is %s is nowhere', async (_standing, release, table) => {
    expect((await ask(release)).status).toBe(404);
    expect((await ask(table)).status).toBe(404);
  });

  it('of a list names published versions only', async () => {
    const { releases } = (await json('/releases')) as { releases: { round: string; version: number }[] };
    expect(releases.map(({ round, version }) => [round, version])).toEqual([
      ['2024', 2],
      ['2024', 1]
    ]);
    for (const list of ['/datasets', '/pxweb/tables']) {
      expect(await (await ask(list)).text()).not.toMatch(/sor-202[0-3]|v3/);
    }
  });

  it('leads to nothing that is not there', async () => {
    const { links } = (await json('/')) as { links: { href: string }[] };
    expect(links).toHaveLength(operations.length - 1);
    const { datasets } = (await json('/datasets')) as { datasets: { id: string; lastingId: string; csv: string }[] };
    for (const { id, lastingId, csv } of datasets) {
      const [newest, lasting] = await Promise.all([ask(`/tables/${id}`), ask(`/tables/${lastingId}`)]);
      expect(await newest.text()).toBe(await lasting.text());
      expect((await ask(csv.slice(`${origin}/api/v1`.length))).status).toBe(200);
    }
  });

  it('is answered again only when it has changed', async () => {
    const first = await ask('/tables/sor-2024-saker');
    const etag = first.headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await ask('/tables/sor-2024-saker', { 'if-none-match': known });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
    }
    expect((await ask('/tables/sor-2024-saker', { 'if-none-match': '"x"' })).status).toBe(200);
    expect((await ask('/tables/sor-2024-saker?lang=nn')).headers.get('etag')).not.toBe(etag);
  });

  it('is open to pages of others, without their readers’ cookies', async () => {
    for (const address of ['/', '/tables/ingen']) {
      const { headers } = await ask(address, { origin: 'https://andre.example' });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('tells browsers what other pages may do, and refuses everything else', async () => {
    const url = new URL(`${origin}/api/v1`);
    const send = (method: string) =>
      otherwise({ url, request: new Request(url, { method }) } as unknown as RequestEvent);
    const asked = await send('OPTIONS');
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    const refused = await send('POST');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await refused.json()).toMatchObject({ value: 'POST', detail: expect.stringContaining('«POST»') as string });
  });

  it.each([
    ['text/csv', 200, 'text/csv; charset=utf-8'],
    ['text/html, */*;q=0.1', 200, 'application/json'],
    ['application/json;q=0.2, text/*', 200, 'text/csv; charset=utf-8'],
    ['image/png', 406, 'application/problem+json']
  ])('gives those who take %s the format they can read', async (accept, status, type) => {
    const answer = await ask('/tables/sor-2024-saker', { accept });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
  });

  it('says when to try again once the limit is reached, and reaches nobody else', async () => {
    const { most } = limits.apiPerClient;
    await askApi(db, '/', { client: '10.9.9.9' });
    await db.owner.query('update rate_limit set count = $1 where count = 1', [most]);
    const refused = await askApi(db, '/', { client: '10.9.9.9' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(600);
    expect((await refused.json()) as unknown).toMatchObject({ detail: expect.stringContaining('600 sekunder') });
    expect((await askApi(db, '/', { client: '10.9.9.10' })).status).toBe(200);
  });
});

describe('a table', () => {
  it('is read by jsonstat-toolkit, with a sign for every cell without a value', async () => {
    const { datasets } = (await json('/datasets')) as { datasets: { id: string }[] };
    expect(datasets.length).toBeGreaterThan(1);
    const read = datasets.flatMap(({ id }) => [`/tables/${id}`, `/pxweb/tables/${id}/data`]);
    for (const address of [...read, '/pxweb/tables/sor-2024-saker/data?valueCodes[omraade]=from(40)']) {
      const data = readJsonStat(await json(address));
      expect(data.class, address).toBe('dataset');
      const cells = data.Data();
      expect(cells).toHaveLength(data.size.reduce((product, one) => product * one, 1));
      for (const { value, status } of cells) expect(value === null).toBe([':', '..', '.'].includes(status ?? ''));
    }
    const chosen = readJsonStat(await json('/pxweb/tables/sor-2024-saker/data?valueCodes[omraade]=40,42'));
    const cell = { indikator: 'cases_received', maal: 'antall', runde: '2024' };
    expect(chosen.Data({ ...cell, omraade: '42' }).value).toBe(33);
    expect(chosen.Data({ ...cell, omraade: '40' })).toMatchObject({ value: null, status: ':' });
  });
});

it('a hidden figure changes no byte of any answer', async () => {
  const faulty = await openPublishedStore(puts.map((put) => ({ ...put, content: releaseContent({ isFaulty: true }) })));
  try {
    for (const address of addresses) {
      const [one, other] = [await askApi(db, address), await askApi(faulty, address)];
      const body = await one.text();
      expect(await other.text(), address).toBe(body);
      expect(Object.fromEntries(other.headers), address).toEqual(Object.fromEntries(one.headers));
      for (const value of Object.values(leaked)) expect(body, address).not.toContain(String(value));
    }
  } finally {
    await faulty.close();
  }
});
