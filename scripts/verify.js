import path from 'node:path';
import { ensureBuilt } from './build.js';
import { root, runCommand, runProgram, secondsSince } from './command.js';
import { ensureInstalled } from './install.js';

/** @typedef {{ code: number, output: string }} Result */
/** @typedef {{ name: string, run: () => Promise<Result> }} Step */
/** @typedef {{ name: string, ok: boolean, time: string }} Outcome */

const withoutTests = process.argv.includes('--without-tests');

/**
 * Runs programs one after the other; the first that fails ends the step.
 * @param {[program: [packageName: string, program?: string], args: string[]][]} commands
 * @returns {Promise<Result>}
 */
async function runInTurn(commands) {
  for (const [program, args] of commands) {
    const result = await runProgram(program, args);
    if (result.code !== 0) return result;
  }
  return { code: 0, output: '' };
}

/** @returns {Promise<Result>} */
async function build() {
  await ensureBuilt();
  return { code: 0, output: '' };
}

/** The steps row by row; those of one row only read, and are taken at once. @type {Step[][]} */
const rows = [
  [{ name: 'sync', run: () => runInTurn([[['@sveltejs/kit', 'svelte-kit'], ['sync']]]) }],
  [
    { name: 'format', run: () => runInTurn([[['prettier'], ['--check', '.']]]) },
    { name: 'lint', run: () => runInTurn([[['eslint'], ['.']]]) },
    { name: 'types', run: () => runInTurn([[['svelte-check'], ['--tsconfig', './tsconfig.json']]]) },
    { name: 'unused', run: () => runInTurn([[['knip'], []]]) }
  ],
  ...(withoutTests ? [] : [[{ name: 'tests', run: () => runTests() }]]),
  [{ name: 'build', run: build }]
];

/** @returns {Promise<Result>} */
function runTests() {
  return runCommand(process.execPath, [path.join(root, 'scripts', 'test.js')], { show: true });
}

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
async function attempt({ run }) {
  try {
    return await run();
  } catch (error) {
    return { code: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
async function take(step) {
  const started = Date.now();
  console.log(`${step.name} …`);
  const { code, output } = await attempt(step);
  if (code !== 0) console.error(`${output.trim()}\n${step.name} failed (code ${code})`);
  return { name: step.name, ok: code === 0, time: secondsSince(started) };
}

/** @type {Outcome[]} */
const outcomes = [];
try {
  await ensureInstalled();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
for (const row of rows) outcomes.push(...(await Promise.all(row.map(take))));

console.log('');
for (const { name, ok, time } of outcomes) console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(8)} ${time}`);
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
