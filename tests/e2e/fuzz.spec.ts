import { securityHeaders } from '#lib/server/security-headers.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { garbage, malformedRequest, methods, type Malformed, type Sender } from '../support/malformed-request.ts';
import { seededChance } from '../support/random.ts';
import { sendRaw, type RawAnswer } from '../support/raw-http.ts';
import { routes } from '../support/route-list.ts';
import { sessionOf } from '../support/seeded-store.ts';
import { expect, test, type Server } from '../support/server.ts';
import { statisticsPath } from '../support/statistics-page.ts';

/** FUZZ_SEED and FUZZ_ROUNDS go through other requests, and more of them. */
const seed = Number(process.env.FUZZ_SEED ?? 20_250_115);
const rounds = Number(process.env.FUZZ_ROUNDS ?? 1);
const garbageCount = 300;
const atOnce = 12;
/** Milliseconds without an answer: for a whole request a fault, for half of one what is expected. */
const patience = { whole: 20_000, half: 400 };

test.use({ store: 'own' });

test('nothing that is sent brings the server down, or brings out what is inside', async ({ server }) => {
  test.setTimeout(300_000);
  const before = await figuresOf(server);
  const requests = allRequests(server);
  const faults: string[] = [];
  const answered = new Map<number | string, number>();
  const startedAt = Date.now();
  let next = 0;
  const work = async () => {
    for (let request = requests[next++]; request; request = requests[next++]) {
      const { bytes, isWhole } = request;
      const answer = await sendRaw(server.port, bytes, isWhole ? patience.whole : patience.half);
      const kind = typeof answer === 'string' ? answer : answer.status;
      answered.set(kind, (answered.get(kind) ?? 0) + 1);
      const fault = faultOf(server, answer, isWhole);
      if (fault) faults.push(`${fault}: ${JSON.stringify(bytes.subarray(0, 700).toString('latin1'))}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const tally = [...answered].map(([status, count]) => `${status}: ${count}`).sort();
  console.log(`${requests.length} requests in ${Math.round((Date.now() - startedAt) / 1000)} s (${tally.join(', ')})`);

  expect(requests.length).toBeGreaterThanOrEqual(3000);
  expect(faults.slice(0, 20)).toEqual([]);
  expect(server.output().match(/.*"msg":"bug".*/g) ?? []).toEqual([]);
  expect(await figuresOf(server)).toEqual(before);
  expect((await fetch(`${server.origin}/helse`)).status).toBe(200);
});

function allRequests(server: Server): Malformed[] {
  const chance = seededChance(seed);
  const requests = Array.from({ length: rounds }, () => routes)
    .flat()
    .flatMap((route) =>
      methods.flatMap((method) => sendersOf(server).map((sender) => malformedRequest(chance, method, route, sender)))
    );
  return [...requests, ...Array.from({ length: garbageCount }, () => garbage(chance))].map((request) => ({
    ...request,
    bytes: withOrigin(request.bytes, server.origin)
  }));
}

function withOrigin(bytes: Buffer, origin: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace('OWN-ORIGIN', origin), 'latin1');
}

function sendersOf(server: Server): Sender[] {
  const link = server.answerLink(silentMunicipalities[0]?.number ?? '');
  const parameters = {
    ...{ region: 'sor', round: 'sor-2024', municipality: '4223', audience: 'public', hash: 'x'.repeat(64) },
    '/statistikk/[region]/[round] round': '2024',
    '/statistikk/[region]/[round]/tabell.csv round': '2024',
    '/statistikk/[region]/[round]/tilstander round': '2024'
  };
  return [
    { name: 'public', cookie: '', parameters },
    {
      name: 'respondent',
      cookie: 'malform=nn',
      parameters: { ...parameters, token: link.slice(link.lastIndexOf('/') + 1) }
    },
    { name: 'adviser', cookie: `session=${sessionOf('sor')}`, parameters }
  ];
}

function faultOf({ origin }: Server, answer: RawAnswer | 'closed' | 'silent', isWhole: boolean): string | null {
  if (typeof answer === 'string') return answer === 'silent' && isWhole ? 'no answer' : null;
  const { status, headers, body, isFromNode } = answer;
  if (!(status >= 200 && status < 500)) return `status ${status}`;
  if (isFromNode) return body === '' ? null : 'Node said something';
  const inside =
    /\n {4}at |node:internal|node_modules|file:\/\/|[\w-]\.(ts|js):\d+|\/(tmp|home|root|build)\/|src\/lib/.exec(
      body
    )?.[0];
  if (inside && !headers['content-type']?.includes('javascript')) return `shows «${inside}»`;
  const wanted = Object.entries(securityHeaders(origin)).filter(([name]) => name !== 'content-security-policy');
  const missing = wanted.filter(([name, value]) => headers[name] !== value);
  if (missing.length > 0) return `lacks ${missing.map(([name]) => name).join(', ')}`;
  return headers['content-security-policy']?.includes("default-src 'none'") ? null : 'lacks a content policy';
}

/** What the statistics page says that no junk may change: the counts of cases, which are frozen until they are reported. */
async function figuresOf({ origin }: Server) {
  const response = await fetch(origin + statisticsPath);
  const html = await response.text();
  return { status: response.status, title: /<h1[^>]*>[^]*?<\/h1>/.exec(html)?.[0] };
}
