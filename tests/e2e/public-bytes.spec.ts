import { writeSentence } from '#lib/i18n/bound-figure.ts';
import { releasedFigures } from '#lib/domain/released-figures.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { findPublicRelease } from '#lib/server/public-release.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { readLedger } from '#lib/server/release-gate.ts';
import { readSource } from '#lib/server/release-source.ts';
import { largeNumbers, textsOf, type PublicBytes } from '../support/public-bytes.ts';
import { crawl } from '../support/public-crawl.ts';
import { addRecognisableRound, recognisableRound as round } from '../support/recognisable-round.ts';
import { copySeededStore, removeStore, sessionOf, type SignedIn } from '../support/seeded-store.ts';
import { expect, startServer, test } from '../support/server.ts';

const plan = 'municipality_totals';
const large = 100_000;
const system = { kind: 'system', task: 'test' } as const;

/** Takes a release of the round from draft to everybody, as two advisers do with forms. */
async function release(origin: string): Promise<void> {
  const send = async (who: SignedIn, address: string, form: Record<string, string> = {}) => {
    const headers = { origin, accept: 'text/html', cookie: `session=${sessionOf(who)}` };
    const body = new URLSearchParams(form);
    const response = await fetch(origin + address, { method: 'POST', body, redirect: 'manual', headers });
    await response.arrayBuffer();
    if (response.status === 409) return 'busy'; // the files are being made
    expect([200, 303], address).toContain(response.status);
    return response.headers.get('location') ?? '';
  };
  const choice = { plan, titleNb: 'Saker i Region Sør', titleNn: 'Saker i Region Sør', note: '' };
  const draft = await send('sor', `/kartlegging/${round.id}/utgivelse?/lag`, choice);
  for (const step of ['kontroller', 'send'] as const) await send('sor', `${draft}?/${step}`);
  await send('adviser', `${draft}?/godkjenn`);
  await expect.poll(() => send('adviser', `${draft}?/giut`), { timeout: 60_000 }).not.toBe('busy');
}

/** The large counts behind the release that everybody has, and those that nobody may have, with rates and their limits. */
async function countsIn(directory: string) {
  const store = await openPglite(directory);
  const desk = {
    reference: loadReference('data'),
    questionnaires: loadQuestionnaires('data/questionnaires'),
    writeSentence
  };
  const address = { region: 'sor', round: round.slug, version: null };
  const read = await store.transaction(system, async (tx) => ({
    ledger: await readLedger(tx, round.id),
    source: await readSource(tx, desk, round),
    told: (await findPublicRelease(tx, address))?.content?.figures ?? []
  }));
  await store.close();
  const numbersOf = ({ value, low, high }: { value: number | null; low: number | null; high: number | null }) =>
    [value, low, high].flatMap((number) => (number === null ? [] : [Math.round(number), Math.trunc(number)]));
  const isHidden = new Set(read.told.filter(({ status }) => status === 'hidden').map(({ key }) => key));
  const made = releasedFigures(read.source, plan, { has: () => false }).filter(({ key }) => isHidden.has(key));
  const counts = read.ledger.flatMap(({ table }) => {
    const values = new Map(table.rows.map(({ key, value }) => [key, value]));
    return table.cells.map(({ rows }) => rows.reduce((sum, key) => sum + (values.get(key) ?? 0), 0));
  });
  const shown = new Set(read.told.flatMap(numbersOf).filter((number) => number >= large));
  const hidden = new Set(
    [...counts, ...made.flatMap(numbersOf)].filter((number) => number >= large && !shown.has(number))
  );
  return { shown, hidden, hiddenFigures: made.filter(({ value }) => Number(value) >= large).length };
}

/** Where some numbers stand: the address, and which. */
async function placesOf(all: readonly PublicBytes[], numbers: ReadonlySet<number>): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for (const one of all) {
    for (const text of [one.address, one.headers, ...(await textsOf(one))]) {
      for (const number of largeNumbers(text)) if (numbers.has(number)) found.push([one.address, number]);
    }
    for (const number of numbers) {
      const binary = Buffer.alloc(8);
      binary.writeDoubleLE(number);
      if (one.bytes.includes(binary)) found.push([one.address, number]);
    }
  }
  return found;
}

/** One of each kind of what everybody gets, that tells figures of cases. */
const kinds = [
  /^\/utgivelser\/sor\/2030$/,
  /^\/utgivelser\/sor\/2030\/1$/,
  /^\/utgivelser\/.*__data\.json/,
  /^\/statistikk\/sor\/2030$/,
  /^\/statistikk\/.*__data\.json/,
  /tabell\.csv/,
  /tilstander/,
  /\.arrow$/,
  /-tall\.csv$/,
  /\.xlsx$/,
  /\.docx$/,
  /\.pdf$/,
  /\.parquet$/,
  /-saker\.json$/,
  /-nb\.html$/,
  /\.svg$/,
  /^\/api\/v1\/tables\/.*json-stat/,
  /^\/api\/v1\/tables\/.*csv/,
  /^\/api\/v1\/pxweb\/tables\/.*\/data/
];

test('no byte that anybody gets of a release has a figure that is hidden in it', async () => {
  const directory = copySeededStore();
  const store = await openPglite(directory);
  await addRecognisableRound(store);
  await store.close();
  const server = await startServer({ directory });
  await release(server.origin);
  const starts = ['/', '/statistikk', '/utgivelser', '/api', '/api/v1', '/datasett'];
  const own = ['', '?fylke=40', '/tabell.csv', '/tabell.csv?fylke=40', '/tilstander'];
  const all = await crawl(server.origin, [
    ...starts,
    ...own.map((rest) => `/statistikk/sor/${round.slug}${rest}`),
    `/utgivelser/sor/${round.slug}?kommune=arendal`
  ]);
  await server.stop();
  const { shown, hidden, hiddenFigures } = await countsIn(directory);
  expect([shown.size > 20, hidden.size > 100, hiddenFigures > 5]).toEqual([true, true, true]);
  expect(await placesOf(all, hidden)).toEqual([]);

  const places = await placesOf(all, shown);
  for (const kind of kinds)
    expect(
      places.filter(([address]) => kind.test(address)),
      String(kind)
    ).not.toEqual([]);
  removeStore(directory);
});
