import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the project folder. With `show` its output goes straight through and is not kept.
 * @param {string} file
 * @param {string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(file, args, { show = false, env = {} } = {}) {
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && !path.isAbsolute(file),
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe']
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));

  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    child.kill(signal);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', passOn).on('SIGTERM', passOn);

  return new Promise((resolve) => {
    /** @param {{ code: number, output: string }} result */
    const settle = (result) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve(result);
    };
    child.once('error', (error) => settle({ code: 127, output: error.message }));
    child.once('close', (code, signal) => settle({ code: code ?? 1, output: signal ? `${output}${signal}` : output }));
  });
}

/**
 * The program that an installed package declares in its package.json, to be run with Node.
 * @param {string} packageName
 * @param {string} [program]
 */
function programOf(packageName, program = packageName) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[program]);
}

/**
 * Runs a program of an installed package with this Node.
 * @param {[packageName: string, program?: string]} program
 * @param {string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv }} [options]
 */
export function runProgram(program, args, options) {
  return runCommand(process.execPath, [programOf(...program), ...args], options);
}

/**
 * Whole seconds since `started` (milliseconds since 1970), for progress lines.
 * @param {number} started
 */
export function secondsSince(started) {
  return `${Math.round((Date.now() - started) / 1000)} s`;
}
