import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../command.js';
import { openAgent, send } from './load.js';
import { quantile } from './quantile.js';
import { startServer } from './server.js';
import { seedStore, temporaryStore } from './store.js';

const respondents = 300;
const traced = 60;

/** What a municipality types; valid, so that no question comes back. */
const fields = {
  any_cases: 'yes',
  cases_received: '12',
  cases_handled: '11',
  cases_under_18: '4',
  organised_under: 'health_and_care',
  responsibility: 'substance_use_consultant',
  web_info: 'no',
  name: 'Måling',
  confirm: 'yes'
};

/**
 * So many respondents at once: each saves a draft as the page's script does, then sends the form in.
 * @param {string} origin
 * @param {string[]} links
 */
async function submitAll(origin, links) {
  const agent = openAgent(links.length);
  const body = new URLSearchParams(fields).toString();
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const results = await Promise.all(
    links.map(async (token) => {
      const page = `${origin}/svar/${token}`;
      const script = { ...headers, accept: 'application/json', 'x-sveltekit-action': 'true' };
      const draft = await send(new URL(`${page}?/lagre`), agent, { method: 'POST', headers: script, body });
      const sent = await send(new URL(`${page}?/send`), agent, { method: 'POST', headers, body });
      const isReceived = draft.status === 200 && sent.status === 303 && /kvittering$/.test(sent.headers.location ?? '');
      return { isReceived, draft: draft.ms, sent: sent.ms };
    })
  ).finally(() => agent.destroy());
  return {
    errors: results.filter(({ isReceived }) => !isReceived).length,
    draft: results.map(({ draft }) => draft),
    sent: results.map(({ sent }) => sent),
    both: results.map(({ draft, sent }) => draft + sent)
  };
}

/**
 * Submissions on the embedded store, with the server's memory after them.
 * @param {number} port
 */
export async function measureSubmissions(port) {
  const directory = temporaryStore();
  /** @type {string[]} */
  const links = JSON.parse(await seedStore(directory, '--rounds', '1'));
  const server = await startServer({ port, directory });
  const { errors, draft, sent, both } = await submitAll(server.origin, links.slice(0, respondents));
  const memory = server.memory();
  await server.stop();
  const p99 = { draft: quantile(draft, 0.99), sent: quantile(sent, 0.99), both: quantile(both, 0.99) };
  return { errors, p99, memory, perSecond: (2 * respondents * 1000) / Math.max(...both) };
}

/**
 * Calls of fsync per request acknowledged, of a server that strace watches; null where there is no strace.
 * @param {number} port
 */
export async function measureSyncs(port) {
  if ((await runCommand('strace', ['-V'])).code !== 0) return null;
  const directory = temporaryStore();
  /** @type {string[]} */
  const links = JSON.parse(await seedStore(directory, '--rounds', '1'));
  const parent = mkdtempSync(path.join(tmpdir(), 'regionspeil-strace-'));
  const log = path.join(parent, 'calls');
  // -D: the server stays this process's child, and is stopped as such.
  const under = ['strace', '-D', '-f', '--seccomp-bpf', '-e', 'trace=fsync,fdatasync', '-o', log];
  try {
    const server = await startServer({ port, directory, under });
    const count = () => (existsSync(log) ? readFileSync(log, 'utf8').match(/f(data)?sync\(/g)?.length : 0) ?? 0;
    const before = count();
    const { errors } = await submitAll(server.origin, links.slice(0, traced));
    const syncs = count() - before;
    await server.stop();
    return { syncs, acknowledged: 2 * (traced - errors) };
  } catch {
    return null; // a container may forbid tracing
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
