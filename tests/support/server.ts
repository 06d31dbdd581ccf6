import { type BrowserContext, type BrowserContextOptions, expect, test as base } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { answerToken } from '#lib/server/token.ts';
import { keepLog } from './log-scan.ts';
import {
  copySeededStore,
  newStoreDirectory,
  removeStore,
  secretFile,
  sessionOf,
  type SignedIn
} from './seeded-store.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds. An empty store takes six seconds of the processor's time, and a busy machine gives a tenth of it. */
const startingTime = 100_000;
const stoppingTime = 15_000;

/** What a test that is cut short leaves behind goes when its process does. */
const leftovers = { children: new Set<ChildProcess>(), stores: new Set<string>() };
process.once('exit', () => {
  for (const child of leftovers.children) child.kill('SIGKILL');
  for (const directory of leftovers.stores) removeStore(directory);
});

export type Server = {
  origin: string;
  port: number;
  pid: number;
  /** The store; a server started again with it finds what the first one kept. */
  directory: string;
  output: () => string;
  /** The link with which a municipality answers a round. */
  answerLink: (municipalityNo: string, roundId?: string) => string;
  /** Asks it to stop and resolves to its exit code. */
  stop: () => Promise<number | null>;
  /** Ends it at once, as a power cut would. */
  kill: () => Promise<void>;
};

type ServerOptions = { env?: Record<string, string>; directory?: string; port?: number };

/** Starts the built server on the store of `directory`, in demonstration mode unless `env` says otherwise. */
export async function startServer({
  env = {},
  directory = newStoreDirectory(),
  ...given
}: ServerOptions = {}): Promise<Server> {
  const port = given.port ?? (await findFreePort());
  const child = spawnServer({ STORE_DIR: directory, PORT: String(port), ...env });
  leftovers.stores.add(directory);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));

  const origin = `http://localhost:${port}`;
  await waitUntilHealthy(child, origin, () => output);
  const answerLink = (municipalityNo: string, roundId = 'sor-2024') =>
    `${origin}/svar/${answerToken(readFileSync(secretFile(directory), 'utf8'), roundId, municipalityNo)}`;
  return {
    ...{ origin, port, directory, answerLink, pid: child.pid ?? 0 },
    output: () => output,
    stop: () => stop(child),
    kill: () => kill(child)
  };
}

/** Starts the server where it cannot start, and resolves to its exit code and what it printed. */
export async function failToStart(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawnServer(env);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close');
  await Promise.race([closed, sleep(startingTime, undefined, { ref: false })]);
  const { exitCode } = child;
  await kill(child);
  return { code: exitCode, output };
}

function spawnServer(env: Record<string, string>): ChildProcess {
  // A server that lives for a few seconds starts in half the time when the store's code is compiled once only.
  const child = spawn(process.execPath, ['--liftoff-only', path.join(root, 'scripts/start.js')], {
    cwd: root,
    env: { ...withoutProduction(process.env), KIT_SHUTDOWN_TIMEOUT: '3', LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  leftovers.children.add(child);
  child.stderr?.on('data', (chunk: Buffer) => keepLog(child.pid ?? 0, chunk));
  return child;
}

function withoutProduction(env: NodeJS.ProcessEnv) {
  const left = [
    'DATABASE_URL',
    'OWNER_DATABASE_URL',
    'TEST_DATABASE_URL',
    'ORIGIN',
    'HOST',
    'PORT',
    'KIT_ORIGIN',
    'NODE_ENV',
    'SMTP_URL'
  ];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !left.includes(name)));
}

export async function findFreePort() {
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

async function stopForGood(server: Server) {
  await server.stop();
  removeStore(server.directory);
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

type TestFixtures = {
  allowedProblems: RegExp[];
  /** Whether browsers can start an engine of their own, which costs seconds; where they cannot, the server answers alike. */
  hasEngine: boolean;
  /**
   * `shared` is for reading. Tests that change something take a copy of the seeded store: `file` is one for all of a
   * file that change different things, in whatever order, `own` is the test's alone. `empty` is what an operator begins with.
   */
  store: 'shared' | 'file' | 'own' | 'empty';
  server: Server;
  /** Another person's browser, watched as the test's own. */
  openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
};
type WorkerFixtures = { sharedServer: () => Promise<Server>; serverOfFile: (file: string) => Promise<Server> };

/** `test.use({ allowedProblems: [/ERR_INTERNET_DISCONNECTED/] })` for a test that makes one happen. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  allowedProblems: [[], { option: true }],
  hasEngine: [false, { option: true }],
  store: ['shared', { option: true }],
  sharedServer: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      let starting: Promise<Server> | undefined;
      await use(() => (starting ??= startServer({ directory: copySeededStore() })));
      await (await starting)?.stop();
    },
    { scope: 'worker', timeout: startingTime + stoppingTime }
  ],
  serverOfFile: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      let kept: { file: string; server: Server } | undefined;
      await use(async (file) => {
        if (kept?.file === file) return kept.server;
        if (kept) await stopForGood(kept.server);
        kept = undefined;
        kept = { file, server: await startServer({ directory: copySeededStore() }) };
        return kept.server;
      });
      if (kept) await stopForGood(kept.server);
    },
    { scope: 'worker', timeout: startingTime + stoppingTime }
  ],
  server: async ({ store, sharedServer, serverOfFile }, use, { file }) => {
    if (store === 'shared') return use(await sharedServer());
    if (store === 'file') return use(await serverOfFile(file));
    const server = await startServer(store === 'own' ? { directory: copySeededStore() } : {});
    await use(server);
    await stopForGood(server);
  },
  baseURL: async ({ server }, use) => use(server.origin),
  context: async ({ context, hasEngine }, use) => {
    if (!hasEngine) await withoutEngine(context);
    await use(context);
  },
  page: async ({ page, context, server, allowedProblems }, use) => {
    const problems = watchContext(context, server.origin);
    await use(page);
    expectNone(problems(), allowedProblems);
  },
  openContext: async ({ browser, server, hasEngine, allowedProblems }, use) => {
    const opened: { context: BrowserContext; problems: () => string[] }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: server.origin, ...options });
      if (!hasEngine) await withoutEngine(context);
      opened.push({ context, problems: watchContext(context, server.origin) });
      return context;
    });
    for (const { context, problems } of opened) {
      await context.close();
      expectNone(problems(), allowedProblems);
    }
  }
});

/** Makes a browser that of a region's adviser or of somebody in a role, with the session that the seeded store holds. */
export async function signIn(context: BrowserContext, { origin }: Server, who: SignedIn = 'sor') {
  await context.addCookies([{ name: 'session', value: sessionOf(who), url: origin }]);
}

async function withoutEngine(context: BrowserContext) {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
}

function expectNone(problems: string[], allowedProblems: RegExp[]) {
  expect(problems.filter((problem) => !allowedProblems.some((allowed) => allowed.test(problem)))).toEqual([]);
}

export { expect };
