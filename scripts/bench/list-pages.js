import { median, quantile } from './quantile.js';

/** @typedef {import('./report.js').Line} Line */

const warmUps = 4;
const runs = 21;
/** Milliseconds that any list may take on the server. */
const most = 100;

/**
 * How long an adviser waits for each list of a round as a whole page: from the request to the last byte, on one
 * connection of this machine.
 * @param {{ origin: string, round: string, session: string }} asked
 * @returns {Promise<Line[]>}
 */
export async function listLines({ origin, round, session }) {
  const own = `/kartlegging/${round}`;
  const pages = {
    'listen over runder': '/kartlegging',
    runden: own,
    oppfølging: `${own}/oppfolging`,
    oppsett: `${own}/oppsett`,
    'tabellen over kvalitet': `${own}/kvalitet`,
    'kvaliteten i tall': `${own}/kvalitet/tall`
  };
  const lines = [];
  for (const [name, path] of Object.entries(pages)) {
    const times = [];
    for (let run = 0; run < warmUps + runs; run += 1) {
      const took = await timeOf(`${origin}${path}`, session);
      if (run >= warmUps) times.push(took);
    }
    lines.push({ name: `siden ${name}, 357 × 60: p50`, unit: 'ms', ours: median(times), most });
    lines.push({ name: `siden ${name}, 357 × 60: p95`, unit: 'ms', ours: quantile(times, 0.95) });
  }
  return lines;
}

/**
 * @param {string} address
 * @param {string} session
 */
async function timeOf(address, session) {
  const start = performance.now();
  const response = await fetch(address, { headers: { cookie: `session=${session}` }, redirect: 'manual' });
  await response.text();
  if (response.status !== 200) throw new Error(`${address} answered with ${response.status}`);
  return performance.now() - start;
}
