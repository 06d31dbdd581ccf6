import { openAgent, send } from './load.js';
import { acceptedEncoding, filteredAddresses } from './pages.js';
import { median } from './quantile.js';
import { startServer } from './server.js';
import { seedStore, temporaryStore } from './store.js';

const askings = 21;

/**
 * The same pages on the demonstration's round of 66 municipalities and with 40 rounds of the country's 357 beside it.
 * @param {number} port
 */
export async function measureGrowth(port) {
  const small = temporaryStore();
  const large = temporaryStore();
  const seeding = performance.now();
  await seedStore(large, '--rounds', '40', '--answered');
  const seconds = (performance.now() - seeding) / 1000;
  return { small: await measurePages(small, port), large: await measurePages(large, port), seconds };
}

/**
 * @param {string} directory
 * @param {number} port
 */
async function measurePages(directory, port) {
  const server = await startServer({ port, directory });
  const addresses = await filteredAddresses(server.origin);
  const cookie = await signIn(server);
  const ask = (/** @type {string} */ address) => `${server.origin}${address}`;
  const times = {
    statistics: await timeAll(addresses.slice(0, askings), acceptedEncoding),
    roundList: await timeAll(unique(ask('/statistikk')), acceptedEncoding),
    following: await timeAll(Array(askings).fill(ask('/kartlegging/sor-2024')), { cookie })
  };
  await server.stop();
  return { ...times, startedIn: server.startedIn };
}

/** @param {string} address */
function unique(address) {
  return Array.from({ length: askings }, (_, index) => `${address}?uten-mellomlager=${index}`);
}

/**
 * @param {string[]} addresses
 * @param {Record<string, string>} headers
 */
async function timeAll(addresses, headers) {
  const agent = openAgent(1);
  /** @type {number[]} */
  const times = [];
  for (const address of addresses) {
    const { status, ms } = await send(new URL(address), agent, { headers });
    if (status !== 200) throw new Error(`${address} answered ${status}`);
    times.push(ms);
  }
  agent.destroy();
  return median(times);
}

/**
 * Signs in with the adviser's link that the start prints.
 * @param {import('./server.js').Server} server
 */
async function signIn({ origin, output }) {
  const path = /\/logg-inn\/\S+/.exec(output())?.[0];
  if (!path) throw new Error(`the start printed no sign-in link\n${output()}`);
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(origin + path, { method: 'POST', headers, body: '', redirect: 'manual' });
  const [cookie] = answer.headers.getSetCookie();
  if (!cookie) throw new Error(`signing in answered ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}
