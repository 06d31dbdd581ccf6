import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../command.js';

/** Milliseconds. */
const startingTime = 60_000;
const stoppingTime = 15_000;
const askingPause = 10;

/**
 * A running server of this project; `startedIn` is milliseconds from the command to the first answer at /helse.
 * @typedef {{
 *   origin: string, startedIn: number, output: () => string,
 *   memory: () => { now: number, most: number } | null, stop: () => Promise<void>
 * }} Server
 */

/** What would turn the demonstration off or lead the server elsewhere. */
const left = ['DATABASE_URL', 'OWNER_DATABASE_URL', 'ORIGIN', 'HOST', 'KIT_ORIGIN', 'NODE_ENV', 'SECRET', 'SMTP_URL'];

/**
 * Starts the built server on 127.0.0.1 with a store of its own.
 * @param {{ port: number, directory: string, under?: string[] }} options `under`: a command that runs the command
 * @returns {Promise<Server>}
 */
export async function startServer({ port, directory, under = [] }) {
  const origin = `http://127.0.0.1:${port}`;
  const given = Object.entries(process.env).filter(([name]) => !left.includes(name));
  const [program = '', ...args] = [...under, process.execPath, path.join(root, 'scripts', 'start.js')];
  if (await isReady(origin)) throw new Error(`another server answers on port ${port}; choose one with --port`);
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...Object.fromEntries(given),
      PORT: String(port),
      STORE_DIR: directory,
      KIT_ORIGIN: origin,
      KIT_SHUTDOWN_TIMEOUT: '3',
      LOG_LEVEL: 'error'
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  await waitUntilReady(child, origin, () => output);
  return {
    origin,
    startedIn: performance.now() - started,
    output: () => output,
    memory: () => (under.length === 0 ? readMemory(child.pid) : null),
    stop: async () => {
      process.off('exit', kill);
      await stop(child);
    }
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} origin
 * @param {() => string} output
 */
async function waitUntilReady(child, origin, output) {
  const deadline = performance.now() + startingTime;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}\n${output()}`);
    if (performance.now() > deadline) throw new Error(`the server did not answer at /helse\n${output()}`);
    await sleep(askingPause);
  }
}

/** @param {string} origin */
async function isReady(origin) {
  try {
    return (await fetch(`${origin}/helse`)).ok;
  } catch {
    return false; // nobody listens yet
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const isStopped = await Promise.race([ended, sleep(stoppingTime, null, { ref: false })]);
  if (isStopped === null) child.kill('SIGKILL');
  await ended;
}

/**
 * Resident memory in MB, now and at its highest; null where the system does not tell.
 * @param {number | undefined} processId
 */
function readMemory(processId) {
  if (process.platform !== 'linux') return null;
  const status = readFileSync(`/proc/${processId}/status`, 'utf8');
  const megabytes = (/** @type {string} */ name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
