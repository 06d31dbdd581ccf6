import { existsSync } from 'node:fs';
import { runCommand, runProgram } from './command.js';

/** The shell without a window comes first: it shows the same pages for a sixth less of the processor's time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Not every system that has apt-get has the shell. */
const debianPackages = ['chromium-headless-shell', 'chromium'];

/**
 * Whether a program is there and starts: some systems put a stub in its place.
 * @param {string} file
 */
async function starts(file) {
  return (await runCommand(file, ['--version'])).code === 0;
}

async function maybeSystemChromium() {
  for (const name of names) {
    const { code, output } = await runCommand('which', [name]);
    const file = output.trim();
    if (code === 0 && (await starts(file))) return file;
  }
  return undefined;
}

async function maybePlaywrightChromium() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** @returns {Promise<string>} why it did not work, or nothing */
async function installFromDebian() {
  if (process.getuid?.() !== 0 || (await runCommand('which', ['apt-get'])).code !== 0) return 'apt-get: not root';
  console.log('Installing Chromium with apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update'], { env });
  let problem = update.code === 0 ? '' : update.output;
  for (const name of debianPackages) {
    const { code, output } = await runCommand('apt-get', ['install', '-y', name], { env });
    if (code === 0) return '';
    problem += output;
  }
  return `apt-get: ${problem}`;
}

async function installWithPlaywright() {
  console.log('Installing Chromium with Playwright …');
  const { code, output } = await runProgram(['@playwright/test', 'playwright'], ['install', 'chromium']);
  return code === 0 ? '' : `playwright install chromium: ${output}`;
}

/** @returns {Promise<string>} the path of a Chromium that starts, installed when there was none */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await starts(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, which does not start`);
  }
  const present = (await maybeSystemChromium()) ?? (await maybePlaywrightChromium());
  if (present) return present;

  const problems = [];
  for (const install of [installFromDebian, installWithPlaywright]) {
    const problem = await install();
    if (problem) problems.push(problem.trim());
    const installed = (await maybeSystemChromium()) ?? (await maybePlaywrightChromium());
    if (installed) return installed;
  }
  throw new Error(
    `no Chromium found and none could be installed; install one and set CHROMIUM_PATH\n${problems.join('\n')}`
  );
}
