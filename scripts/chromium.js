import { existsSync } from 'node:fs';
import { runCommand, runProgram } from './command.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

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
  const install = await runCommand('apt-get', ['install', '-y', 'chromium'], { env });
  return install.code === 0 ? '' : `apt-get: ${update.code === 0 ? '' : update.output}${install.output}`;
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
