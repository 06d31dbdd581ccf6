import { Agent, request } from 'node:http';

/** @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, bytes: number, ms: number }} Answer */
/** @typedef {{ method?: string, headers?: Record<string, string>, body?: string }} Ask */

/** Milliseconds without an answer before a request counts as failed. */
const patience = 30_000;

/**
 * One request to this machine, timed until its last byte.
 * @param {URL} url
 * @param {Agent} agent
 * @param {Ask} [ask]
 * @returns {Promise<Answer>}
 */
export function send(url, agent, { method = 'GET', headers = {}, body } = {}) {
  if (url.hostname !== '127.0.0.1') throw new Error(`only this machine may be loaded: ${url}`);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers, timeout: patience }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => (bytes += chunk.length));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, bytes, ms: performance.now() - started });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${patience} ms: ${url.pathname}`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** @param {number} connections */
export function openAgent(connections) {
  return new Agent({ keepAlive: true, maxSockets: connections });
}

/**
 * Asks for addresses in turn over so many connections at once, each sending the next when it has its answer.
 * @param {string[]} addresses
 * @param {{ connections: number, headers?: Record<string, string> }} options
 */
export async function loadPages(addresses, { connections, headers = {} }) {
  const agent = openAgent(connections);
  const waiting = addresses.map((address) => new URL(address));
  /** @type {Answer[]} */
  const answers = [];
  const started = performance.now();
  const worker = async () => {
    for (let url = waiting.shift(); url; url = waiting.shift()) answers.push(await send(url, agent, { headers }));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const refused = answers.find(({ status }) => status !== 200);
  if (refused) throw new Error(`a page answered ${refused.status}`);
  return { times: answers.map(({ ms }) => ms), perSecond: answers.length / seconds };
}
