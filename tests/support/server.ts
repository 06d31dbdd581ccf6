import { type BrowserContext, expect, test as base } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds. */
const startingTime = 60_000;
const stoppingTime = 15_000;

export type Server = {
  origin: string;
  port: number;
  /** The store; a server started again with it finds what the first one kept. */
  directory: string;
  output: () => string;
  /** Asks it to stop and resolves to its exit code. */
  stop: () => Promise<number | null>;
  /** Ends it at once, as a power cut would. */
  kill: () => Promise<void>;
};

type ServerOptions = { env?: Record<string, string>; directory?: string };

/** Starts the built server in demonstration mode; PORT in `env` keeps a port across a restart. */
export async function startServer({ env = {}, directory = temporaryDirectory() }: ServerOptions = {}): Promise<Server> {
  const port = Number(env.PORT ?? (await findFreePort()));
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.js')], {
    cwd: root,
    env: {
      ...withoutProduction(process.env),
      STORE_DIR: directory,
      KIT_SHUTDOWN_TIMEOUT: '3',
      ...env,
      PORT: String(port)
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  process.once('exit', () => child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));

  const origin = `http://localhost:${port}`;
  await waitUntilHealthy(child, origin, () => output);
  return { origin, port, directory, output: () => output, stop: () => stop(child), kill: () => kill(child) };
}

function withoutProduction(env: NodeJS.ProcessEnv) {
  const left = ['DATABASE_URL', 'TEST_DATABASE_URL', 'ORIGIN', 'HOST', 'KIT_ORIGIN', 'NODE_ENV'];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !left.includes(name)));
}

function temporaryDirectory() {
  const directory = mkdtempSync(path.join(tmpdir(), 'regionspeil-store-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function findFreePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port: ' + address);
  return address.port;
}

function hasEnded(child: ChildProcess) {
  return child.exitCode !== null || child.signalCode !== null;
}

async function isHealthy(origin: string) {
  try {
    return (await fetch(`${origin}/helse`)).status === 200;
  } catch {
    return false;
  }
}

async function waitUntilHealthy(child: ChildProcess, origin: string, output: () => string) {
  const deadline = Date.now() + startingTime;
  while (!(await isHealthy(origin))) {
    if (hasEnded(child)) throw new Error(`the server ended with code ${child.exitCode}\n${output()}`);
    if (Date.now() > deadline) {
      await kill(child);
      throw new Error(`the server did not answer at /helse\n${output()}`);
    }
    await sleep(50);
  }
}

async function stop(child: ChildProcess) {
  if (hasEnded(child)) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(stoppingTime, undefined, { ref: false })]);
  if (!hasEnded(child)) {
    await kill(child);
    throw new Error('the server did not stop when asked');
  }
  return child.exitCode;
}

async function kill(child: ChildProcess) {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/**
 * Collects what a page must never do: ask another host, break the content policy, log or throw an error. That a page
 * or a form was refused with 4xx is the test's own business.
 */
export function watchContext(context: BrowserContext, origin: string) {
  const problems: { text: string; url: string }[] = [];
  const refused = new Set<string>();
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin)
      problems.push({ text: 'asked another host', url: request.url() });
  });
  context.on('response', (response) => {
    const request = response.request();
    const isAsked = request.isNavigationRequest() || request.method() === 'POST';
    if (isAsked && response.status() >= 400 && response.status() < 500) refused.add(response.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push({ text: message.text(), url: message.location().url });
  });
  context.on('weberror', (error) => problems.push({ text: String(error.error()), url: error.page()?.url() ?? '' }));
  return () =>
    problems
      .filter(({ text, url }) => !(text.startsWith('Failed to load resource') && refused.has(url)))
      .map(({ text, url }) => `${text} (${url})`);
}

type TestFixtures = { allowedProblems: RegExp[] };

/** `test.use({ allowedProblems: [/ERR_INTERNET_DISCONNECTED/] })` for a test that makes one happen. */
export const test = base.extend<TestFixtures, { server: Server }>({
  allowedProblems: [[], { option: true }],
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
      rmSync(server.directory, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: startingTime + stoppingTime }
  ],
  baseURL: async ({ server }, use) => use(server.origin),
  page: async ({ page, context, server, allowedProblems }, use) => {
    const problems = watchContext(context, server.origin);
    await use(page);
    expect(problems().filter((problem) => !allowedProblems.some((allowed) => allowed.test(problem)))).toEqual([]);
  }
});

export { expect };
