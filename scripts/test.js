import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './build.js';
import { findChromium } from './chromium.js';
import { runProgram } from './command.js';
import { ensureInstalled } from './install.js';
import { addTallies, formatTally, tallyPlaywright, tallyVitest } from './tally.js';

/** @typedef {import('./tally.js').Tally} Tally */

const paths = process.argv.slice(2);
const browserPaths = paths.filter((name) => name.startsWith('tests/e2e'));
const otherPaths = paths.filter((name) => !browserPaths.includes(name));
const reports = mkdtempSync(path.join(tmpdir(), 'regionspeil-tests-'));

/**
 * One failure that no runner counted, with its reason shown.
 * @param {string} reason
 * @returns {Tally}
 */
function crash(reason) {
  console.error(`\nFAILED ${reason}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {string} name
 * @param {number} code
 * @param {Tally | undefined} tally
 * @returns {Tally}
 */
function settle(name, code, tally) {
  if (!tally) return crash(`${name}: ended with code ${code} and left no report`);
  if (tally.passed + tally.failed === 0) return crash(`${name}: ran no test`);
  if (code !== 0 && tally.failed === 0) {
    return addTallies([tally, crash(`${name}: ended with code ${code} though no test failed`)]);
  }
  return tally;
}

async function runVitest() {
  const report = path.join(reports, 'vitest.json');
  const { code } = await runProgram(
    ['vitest'],
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...otherPaths],
    { show: true }
  );
  return settle('vitest', code, maybeTally(report, tallyVitest));
}

async function runPlaywright() {
  const report = path.join(reports, 'playwright.json');
  const env = { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await runProgram(
    ['@playwright/test', 'playwright'],
    ['test', '--reporter=list,json', ...browserPaths],
    { show: true, env }
  );
  return settle('playwright', code, maybeTally(report, tallyPlaywright));
}

/**
 * @param {string} report
 * @param {(report: unknown) => Tally} read
 */
function maybeTally(report, read) {
  return existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
}

async function runBrowserTests() {
  await ensureBuilt();
  return runPlaywright();
}

async function prepare() {
  await ensureInstalled();
  const { code, output } = await runProgram(['@sveltejs/kit', 'svelte-kit'], ['sync']);
  if (code !== 0) throw new Error(`svelte-kit sync: ${output}`);
}

/**
 * @param {() => Promise<Tally>} run
 * @returns {Promise<Tally>}
 */
async function attempt(run) {
  try {
    return await run();
  } catch (error) {
    return crash(error instanceof Error ? error.message : String(error));
  }
}

async function runAll() {
  await prepare();
  const tallies = [];
  if (paths.length === 0 || otherPaths.length > 0) tallies.push(await attempt(runVitest));
  if (paths.length === 0 || browserPaths.length > 0) tallies.push(await attempt(runBrowserTests));
  return addTallies(tallies);
}

const total = await attempt(runAll);
rmSync(reports, { recursive: true, force: true });
console.log(`\n${formatTally(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
