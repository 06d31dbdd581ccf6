import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPglite } from '#lib/server/pglite.ts';
import { hashOf } from '#lib/server/report-submission.ts';
import { listVersions } from '#lib/server/report.ts';
import { postAnswer, threeCases } from '../support/answer-form.ts';
import { surveyRows } from '../support/hand-count.ts';
import { copySeededStore, removeStore } from '../support/seeded-store.ts';
import { expect, startServer, test, type Server } from '../support/server.ts';
import { fetchDocument, spaced } from '../support/statistics-page.ts';
import { maybeTrace } from '../support/strace.ts';

type Acknowledged = { number: string; name: string; hash: string | null };

const inFlight = 30;
const enough = 8;
const counter = fileURLToPath(new URL('../support/count-fsync.js', import.meta.url));
const reader = { kind: 'system', task: 'test' } as const;

test('whatever was acknowledged is there after the power goes, twice', async () => {
  const directory = copySeededStore();
  const acknowledged: Acknowledged[] = [];
  for (const round of [1, 2]) {
    const server = await startServer({ directory });
    acknowledged.push(...(await submitUntilKilled(server, round)));
    const restarted = await startServer({ directory });
    for (const { number, name, hash } of acknowledged) {
      const receipt = await readReceipt(restarted, number);
      expect(receipt.hash).toMatch(/^[0-9a-f]{64}$/);
      if (isLatest(acknowledged, number, name)) expect(receipt.text).toContain(name);
      if (isLatest(acknowledged, number, name) && hash) expect(receipt.hash).toBe(hash);
    }
    expect(await restarted.stop()).toBe(0);
  }
  await expectWholeStore(directory, acknowledged);
  removeStore(directory);
});

test('every answer is written to disk before it is acknowledged', async () => {
  const directory = copySeededStore();
  const file = path.join(path.dirname(directory), 'fsync');
  const server = await startServer({ directory, env: { NODE_OPTIONS: `--import ${counter}`, FSYNC_COUNT: file } });
  const trace = await maybeTrace(server.pid, path.join(path.dirname(directory), 'strace'));
  const counts = () => [statSync(file).size, ...(trace ? [trace.countSyncs()] : [])];
  for (const { number = '' } of surveyRows.slice(0, 10)) {
    const before = counts();
    expect((await postAnswer(server.answerLink(number), threeCases, 'Kari Nordmann')).status).toBe(303);
    for (const [index, count] of counts().entries()) expect(count).toBeGreaterThan(before[index] ?? Infinity);
  }
  await trace?.stop();
  expect(await server.stop()).toBe(0);
  removeStore(directory);
});

/** Sends many answers at once and ends the server when some have been acknowledged; resolves to those that were. */
async function submitUntilKilled(server: Server, round: number): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  let killing: Promise<void> | undefined;
  const rows = surveyRows.slice(0, inFlight);
  await Promise.all(
    rows.map(async ({ number = '' }) => {
      const name = `Kari Nordmann ${round}-${number}`;
      try {
        const { status } = await postAnswer(server.answerLink(number), threeCases, name);
        if (status !== 303) return;
        const one: Acknowledged = { number, name, hash: null };
        acknowledged.push(one);
        if (acknowledged.length >= enough) killing ??= server.kill();
        else one.hash = (await readReceipt(server, number)).hash;
      } catch (error) {
        // The server is gone: this answer was not acknowledged, or its receipt was not read.
        if (!(error instanceof TypeError)) throw error;
      }
    })
  );
  await killing;
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
  return acknowledged;
}

async function readReceipt(server: Server, number: string) {
  const { document } = await fetchDocument(`${server.answerLink(number)}/kvittering`);
  const text = spaced(document.querySelector('main')?.textContent);
  return { text, hash: /\b[0-9a-f]{64}\b/.exec(text)?.[0] ?? null };
}

/** A municipality may have been acknowledged in both rounds; its receipt is of the last. */
function isLatest(acknowledged: readonly Acknowledged[], number: string, name: string) {
  return acknowledged.findLast((other) => other.number === number)?.name === name;
}

async function expectWholeStore(directory: string, acknowledged: readonly Acknowledged[]) {
  const store = await openPglite(directory);
  for (const { number, name, hash } of acknowledged) {
    const versions = await store.transaction(reader, (tx) => listVersions(tx, 'sor-2024', number));
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => versions.length - index));
    const kept = versions.find(({ submittedBy }) => submittedBy === name);
    expect(kept?.answers.cases_received).toEqual({ status: 'reported', value: 3 });
    if (hash) expect(kept?.hash).toBe(hash);
    for (const { hash: stored, ...report } of versions) expect(hashOf(report)).toBe(stored);
  }
  await store.close();
}
