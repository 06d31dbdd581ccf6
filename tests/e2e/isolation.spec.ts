import fc from 'fast-check';
import { openPglite } from '#lib/server/pglite.ts';
import { facts, postAnswer } from '../support/answer-form.ts';
import { copySeededStore, removeStore, sessionOf } from '../support/seeded-store.ts';
import { expect, startServer, test, type Server } from '../support/server.ts';

/** What municipality A, Kristiansand, can ask for; B is Vennesla, in the same round and county. */
type Asking = { path: string; form?: Record<string, string>; isSignedIn: boolean };

const runs = 25;
const longest = 8;
const word = fc.constantFrom('0', '1', '3', '7', '12', '4223', 'x', '');
const formFields = fc.record({
  any_cases: fc.constantFrom('yes', 'none', ''),
  cases_received: word,
  cases_handled: word,
  cases_under_18: word,
  name: fc.constantFrom('Kari', ''),
  confirm: fc.constantFrom('yes', ''),
  replaces: fc.constantFrom('', '2020-01-01T00:00:00.000Z')
});

function askings(link: string): fc.Arbitrary<Asking> {
  const own = fc.constantFrom(link, '/svar/sor-2024.4204');
  const others = fc.constantFrom('/svar/sor-2024.4223', '/kartlegging/sor-2024/4223', '/innsyn/4223', '/innsyn/sor');
  const part = fc.constantFrom('', '/kvittering', '/kommune', '/ikke-meg', '/kvittering?versjon=1');
  const desk = fc.constantFrom(
    ...['/', '/svar', '/profil', '/profil/tilgang', '/innsyn', '/innsyn/4204', '/innsyn/4204/logg.csv', '/kartlegging'],
    ...['/kartlegging/sor-2024', '/admin', '/admin/enheter/4223', '/datasett/sor-2024/region/x.arrow', '/utboks']
  );
  const statistics = fc.constantFrom(
    ...['/statistikk/sor/2024', '/statistikk/sor/2024?fylke=42', '/statistikk/sor/2024/tabell.csv'],
    ...['/statistikk/sor/2024/tabell.csv?fylke=42', '/statistikk/sor/2024/tilstander']
  );
  const read = fc.oneof(
    fc.tuple(own, part).map(([base, rest]) => base + rest),
    fc.tuple(others, part).map(([base, rest]) => base + rest),
    desk,
    statistics
  );
  const write = fc.record({
    path: fc.tuple(own, fc.constantFrom('?/lagre', '?/send')).map(([base, action]) => base + action),
    form: formFields
  });
  const asked = fc.oneof({ weight: 3, arbitrary: read.map((path) => ({ path })) }, { weight: 1, arbitrary: write });
  return fc.tuple(asked, fc.boolean()).map(([asking, isSignedIn]) => ({ ...asking, isSignedIn }));
}

/** The answer of a server to A, without what differs between any two answers: nonces, keys of forms, times and hashes. */
async function answerTo({ origin }: Server, { path, form, isSignedIn }: Asking): Promise<string> {
  const response = await fetch(origin + path, {
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      ...(isSignedIn && { cookie: `session=${sessionOf('respondent')}` }),
      ...(form && { origin, 'content-type': 'application/x-www-form-urlencoded' })
    },
    ...(form && { method: 'POST', body: new URLSearchParams(form).toString() })
  });
  const headers = ['location', 'content-type'].map((name) => `${name}: ${response.headers.get(name)}`);
  return withoutChance([response.status, ...headers, await response.text()].join('\n'), origin);
}

function withoutChance(text: string, origin: string): string {
  return text
    .replaceAll(origin, '')
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'uuid')
    .replaceAll(/\b[0-9a-f]{64}\b|\b[0-9a-f]{8}…/g, 'hash')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, 'moment')
    .replaceAll(/\d{1,2}\. \p{L}+ \d{4} kl\. \d\d\.\d\d/gu, 'moment')
    .replaceAll(/\bkl\. \d\d\.\d\d|>\d\d\.\d\d<|new Date\(\d+\)|\b1\d{12}\b/g, 'moment');
}

/** Sends B's answer with these counts, by its own link. */
async function answerForB(server: Server, [received, handled, under18]: readonly [string, string, string]) {
  const counts = { cases_received: received, cases_handled: handled, cases_under_18: under18 };
  await postAnswer(server.answerLink('4223'), { any_cases: 'yes', ...counts, ...facts }, 'Bjarne');
}

/** A copy of the seeded store in which the round is of reported figures, whose totals are not public while it is open. */
async function reportedStore(): Promise<string> {
  const directory = copySeededStore();
  const store = await openPglite(directory);
  await store.owner.query(`update round set data_kind = 'reported' where id = 'sor-2024'`);
  await store.close();
  return directory;
}

/** Where two answers first differ, with what stands around it in each. */
function differencesOf(one: string, other: string): string[] {
  if (one === other) return [];
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60));
}

test('no sequence of requests by a municipality tells it of another’s answers', async () => {
  test.slow();
  const directories = [await reportedStore(), await reportedStore()];
  const servers = await Promise.all(directories.map((directory) => startServer({ directory })));
  const [one, other] = servers as [Server, Server];
  await answerForB(one, ['9', '8', '7']);
  await answerForB(other, ['3', '1', '0']);
  const link = new URL(one.answerLink('4204')).pathname;
  let compared = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(askings(link), { minLength: 1, maxLength: longest }), async (sequence) => {
        for (const asking of sequence) {
          const [here, there] = await Promise.all([answerTo(one, asking), answerTo(other, asking)]);
          compared += 1;
          expect(differencesOf(here, there), JSON.stringify(asking)).toEqual([]);
        }
      }),
      { numRuns: runs, seed: 4204 }
    );
    expect(compared).toBeGreaterThan(runs);
    process.stdout.write(`  ${compared} answers compared in two worlds\n`);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    directories.forEach(removeStore);
  }
});

test('the two worlds differ for the region’s adviser', async () => {
  const directories = [await reportedStore(), await reportedStore()];
  const servers = await Promise.all(directories.map((directory) => startServer({ directory })));
  const [one, other] = servers as [Server, Server];
  await answerForB(one, ['9', '8', '7']);
  await answerForB(other, ['3', '1', '0']);
  const read = async ({ origin }: Server) =>
    (
      await fetch(`${origin}/kartlegging/sor-2024/4223`, { headers: { cookie: `session=${sessionOf('adviser')}` } })
    ).text();
  expect(withoutChance(await read(one), one.origin)).not.toBe(withoutChance(await read(other), other.origin));
  await Promise.all(servers.map((server) => server.stop()));
  directories.forEach(removeStore);
});
