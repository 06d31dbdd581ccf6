import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureLoads } from './bench/browser.js';
import { measureCollection } from './bench/collection.js';
import { listLongTasks, measureComputed, measureCounties } from './bench/filter.js';
import { floorFiles } from './bench/floor-page.js';
import { readSource } from './bench/floor-source.js';
import { measureGrowth } from './bench/growth.js';
import { filterLines, growthLines, loadLines, serverLines, submissionLines } from './bench/lines.js';
import { measureCached, measureUncached, statisticsPage } from './bench/pages.js';
import { formatTable } from './bench/report.js';
import { startServer } from './bench/server.js';
import { serveFiles } from './bench/static-server.js';
import { temporaryStore } from './bench/store.js';
import { measureSubmissions, measureSyncs } from './bench/submissions.js';
import { measureWorkbench } from './bench/workbench.js';
import { measureRequests } from './bench/workbench-requests.js';
import { ensureBuilt } from './build.js';
import { findChromium } from './chromium.js';
import { ensureInstalled } from './install.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '8' },
    port: { type: 'string', default: '3103' },
    json: { type: 'string' }
  }
});
const port = Number(options.port);
const runs = Number(options.runs);
const browserArgs = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** @param {string} origin */
async function measureInBrowser(origin) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArgs });
  const floor = await serveFiles(floorFiles(await readSource(browser, origin)), port + 1);
  try {
    console.log(`Måler vår side og gulvet i Chromium (${runs} ganger) …`);
    const loads = await measureLoads(browser, { ours: origin, floor: floor.origin }, runs);
    console.log('Måler filtrene …');
    const counties = {
      floor: await measureCounties(browser, `${floor.origin}/`),
      ours: await measureCounties(browser, origin + statisticsPage)
    };
    const computed = await measureComputed(browser, origin);
    const tasks = {
      plain: await listLongTasks(browser, origin, false),
      slow: await listLongTasks(browser, origin, true)
    };
    return { loads, tasks, lines: [...loadLines(loads), ...filterLines({ ...counties, computed, tasks })] };
  } finally {
    await browser.close();
    floor.stop();
  }
}

async function measureServer() {
  const directory = temporaryStore();
  console.log('Måler start …');
  const fresh = await startServer({ port, directory });
  await fresh.stop();
  const again = await startServer({ port, directory });
  const idle = again.memory();
  console.log('Måler sidene …');
  const uncached = await measureUncached(again.origin);
  const cached = await measureCached(again.origin);
  const busy = again.memory();
  await again.stop();
  return serverLines({ first: fresh.startedIn, later: again.startedIn, idle, busy, cached, uncached });
}

async function measureAll() {
  const server = await startServer({ port, directory: temporaryStore() });
  const browser = await measureInBrowser(server.origin);
  await server.stop();
  const serverPart = await measureServer();
  console.log('Måler innsendinger …');
  const submissions = submissionLines(await measureSubmissions(port), await measureSyncs(port));
  console.log('Måler vekst (fyller 40 runder, tar et minutt) …');
  const growth = growthLines(await measureGrowth(port));
  return { tasks: browser.tasks, lines: [...browser.lines, ...serverPart, ...submissions, ...growth] };
}

/** @param {{ at: number, ms: number }[]} tasks */
function describeTasks(tasks) {
  return tasks.map(({ at, ms }) => `${Math.round(ms)} ms ved ${Math.round(at)}`).join(', ') || 'ingen';
}

/** The whole run, and its table. */
async function reportAll() {
  await ensureBuilt();
  const [before] = loadavg();
  const { tasks, lines } = await measureAll();
  console.log(`\n${formatTable(lines)}\n`);
  console.log(`Lange oppgaver til motoren er oppe: ${describeTasks(tasks.plain.tasks)}`);
  console.log(`Lange oppgaver på treg maskin: ${describeTasks(tasks.slow.tasks)}`);
  console.log(`${cpus().length} kjerner; belastning før ${before?.toFixed(1)}, etter ${loadavg()[0]?.toFixed(1)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ lines, tasks }, null, 2)}\n`);
}

/**
 * A part that needs a browser, and its table.
 * @param {(browser: import('@playwright/test').Browser) => Promise<import('./bench/report.js').Line[]>} measure
 */
async function reportPart(measure) {
  await ensureBuilt();
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArgs });
  try {
    const lines = await measure(browser);
    console.log(`\n${formatTable(lines)}\n`);
    console.log(`${cpus().length} kjerner; belastning ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await browser.close();
  }
}

/** The screens of collection, and 300 respondents at once. */
function reportCollection() {
  return reportPart(async (browser) => [
    ...(await measureCollection(browser, port)),
    ...submissionLines(await measureSubmissions(port), await measureSyncs(port))
  ]);
}

/** The workbench with few and many rows. */
function reportWorkbench() {
  return reportPart((browser) => measureWorkbench(browser, port));
}

/** The workbench's server, request by request. */
function reportRequests() {
  return reportPart((browser) => measureRequests(browser, port));
}

/**
 * A part that needs neither a browser nor a server, in a process of its own.
 * @param {string} script
 */
function runScript(script) {
  const args = ['--import', 'tsx', script, '--port', options.port];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

const parts = new Map([
  ['lists', () => runScript('scripts/bench/lists.ts')],
  ['disclosure', () => runScript('scripts/bench/disclosure.ts')],
  ['releases', () => runScript('scripts/bench/releases.ts')],
  ['collection', reportCollection],
  ['workbench', reportWorkbench],
  ['requests', reportRequests]
]);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
await ensureInstalled();
await (parts.get(positionals[0] ?? '') ?? reportAll)();
