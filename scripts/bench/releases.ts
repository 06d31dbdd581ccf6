import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { writeSentence } from '#lib/i18n/bound-figure.ts';
import type { Actor, Tx } from '#lib/server/db.ts';
import { seedDemonstration } from '#lib/server/demonstration.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { addPerson } from '#lib/server/person.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { ReleaseGate } from '#lib/server/release-gate.ts';
import { approveRelease, publishRelease, submitRelease, type Step } from '#lib/server/release-step.ts';
import { beginRelease, findRelease } from '#lib/server/release.ts';
import { findRound } from '#lib/server/round.ts';
import { placeUnits } from '#lib/server/unit-within.ts';
import { migrate } from '#lib/server/migrate.ts';
import { filesToFreeze } from '../../src/routes/release-files.ts';
import { ensureBuilt } from '../build.js';
import { median } from './quantile.js';
import { startServer } from './server.js';
import { temporaryStore } from './store.js';

/**
 * How long a release of the demonstration's Region Sør takes on its way to everybody: the gate in its thread, all files in
 * two languages, and the first byte of its public page. Run by `npm run bench -- releases`.
 */
const { values } = parseArgs({ options: { port: { type: 'string', default: '3103' } }, allowPositionals: true });
const system: Actor = { kind: 'system', task: 'bench' };
const gateRuns = 5;
const pages = 40;

await ensureBuilt();
const at = new Date();
const directory = temporaryStore();
await makeRelease();
await measurePage();
console.log(`${cpus().length} kjerner; belastning ${loadavg()[0]?.toFixed(1)}`);
process.exit(0);

async function makeRelease() {
  const db = await openPglite(directory);
  await migrate(db.owner);
  const reference = loadReference('data');
  const { geography, facts } = reference;
  await placeUnits(db.owner, geography);
  await seedDemonstration({ db, geography, facts, secret: 'only in the bench', at, directory: 'data' });
  const [author, approver] = await Promise.all(
    ['En', 'To'].map((name) => db.transaction(system, (tx) => adviser(tx, name)))
  );
  const round = await db.transaction({ kind: 'public' }, (tx) => findRound(tx, 'sor-2024'));
  if (!round || !author || !approver) throw new Error('the demonstration has no round sor-2024');
  const desk = { reference, questionnaires: loadQuestionnaires('data/questionnaires'), writeSentence };
  const title = { nb: 'Region Sør 2024', nn: 'Region Sør 2024' };
  const id = await db.transaction(author, (tx) =>
    beginRelease(tx, round, { plan: 'municipality_totals', title, note: null }, at)
  );
  const find = async () => {
    const release = await db.transaction(author, (tx) => findRelease(tx, round.id, id));
    if (!release) throw new Error('no release');
    return release;
  };
  const step = async (actor: Actor, work: (step: Step) => Promise<void>) => {
    const release = await find();
    await db.transaction(actor, (tx) => work({ tx, desk, round, release, at }));
  };
  const gate = new ReleaseGate();
  const release = await find();
  const gateTimes = [];
  for (let run = 0; run < gateRuns; run += 1) {
    gateTimes.push(await timed(() => gate.start({ ...desk, db, clock: () => at }, author, { round, release })));
  }
  report('kontrollen i sin tråd, region, alle kommuner: median', median(gateTimes), 'ms');
  await step(author, submitRelease);
  const { content } = await find();
  if (!content) throw new Error('nothing was sent to review');
  let files: Awaited<ReturnType<typeof filesToFreeze>> = [];
  const fileTime = await timed(async () => {
    files = await filesToFreeze(
      { origin: 'https://regionspeil.example', questionnaires: desk.questionnaires },
      content,
      at
    );
  });
  report(`${files.length} filer på to språk`, fileTime, 'ms');
  report('filene i alt', files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024, 'KiB');
  await step(approver, (one) => approveRelease(one, files));
  await step(author, publishRelease);
  await db.close();
}

/** The first byte of the public page: made anew for each of some searches, then from the cache. */
async function measurePage() {
  const server = await startServer({ port: Number(values.port), directory });
  const address = `${server.origin}/utgivelser/sor/2024`;
  const firstByte = (url: string) => timed(async () => void (await fetch(url)));
  const [made, kept] = [[], []] as [number[], number[]];
  await firstByte(address);
  for (let page = 0; page < pages; page += 1) {
    made.push(await firstByte(`${address}?kommune=x${page}`));
    kept.push(await firstByte(address));
  }
  report('første byte av siden, laget på nytt: median', median(made), 'ms');
  report('første byte av siden, fra mellomlager: median', median(kept), 'ms');
  report('fra mellomlager mot laget på nytt', median(kept) / median(made), '×');
  await server.stop();
}

async function adviser(tx: Tx, name: string): Promise<Actor> {
  const { id } = await addPerson(tx, { name, email: `${name.toLowerCase()}@bench.example` }, at);
  await giveGrant(tx, { personId: id, role: 'adviser', unitType: 'korus_region', unitId: 'sor' }, at);
  return { kind: 'person', personId: id };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(name: string, value: number, unit: string): void {
  console.log(`${name.padEnd(56)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}`);
}
