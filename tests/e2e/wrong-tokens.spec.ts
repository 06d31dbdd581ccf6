import { newToken } from '#lib/server/token.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, test, type Server } from '../support/server.ts';

const wrong = 1000;
const atOnce = 10;

test.describe('a thousand wrong tokens', () => {
  test.use({ store: 'file' });

  test('neither shut nor slow the right answer link', async ({ server }) => {
    const link = server.answerLink(silentMunicipalities[0]?.number ?? '');
    const read = () => request(link);
    const before = await timesOf(read);
    expect(await guess((token) => request(`${server.origin}/svar/${token}`))).toEqual(new Set([404]));
    report('answer link', before, await timesOf(read));
    expect(await read()).toBe(200);
  });

  test('neither shut nor slow the right sign-in link', async ({ server }) => {
    const link = new RegExp(`${server.origin}/logg-inn/[\\w-]{43}`).exec(server.output())?.[0] ?? '';
    const read = () => request(link);
    const before = await timesOf(read);
    expect(await guess((token) => use(server, `${server.origin}/logg-inn/${token}`))).toEqual(new Set([410]));
    report('sign-in link', before, await timesOf(read));
    expect(await use(server, link)).toBe(303);
  });
});

/** Sends all the wrong tokens, and resolves to the statuses they got. */
async function guess(send: (token: string) => Promise<number>): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let sent = 0; sent < wrong; sent += atOnce) {
    const answered = await Promise.all(Array.from({ length: atOnce }, () => send(newToken())));
    for (const status of answered) statuses.add(status);
  }
  return statuses;
}

async function request(url: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(url, { ...init, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}

function use({ origin }: Server, url: string): Promise<number> {
  const headers = { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  return request(url, { method: 'POST', body: '', headers });
}

/** Milliseconds of each of some readings. */
async function timesOf(read: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let reading = 0; reading < 21; reading += 1) {
    const startedAt = performance.now();
    await read();
    times.push(performance.now() - startedAt);
  }
  return times;
}

function report(name: string, before: number[], after: number[]) {
  const [first, then] = [before, after].map((times) => times.sort((a, b) => a - b)[10] ?? 0);
  console.log(`${name}: ${first?.toFixed(1)} ms before ${wrong} wrong tokens, ${then?.toFixed(1)} ms after (median)`);
}
