import { median, quantile } from './quantile.js';
import { startServer } from './server.js';
import { signInAsAdviser } from './sign-in.js';
import { temporaryStore } from './store.js';

/** @typedef {import('./report.js').Line} Line */

const analysis = '/kartlegging/sor-2024/analyse';
const warmUps = 4;
const runs = 20;

/**
 * How long an adviser waits for the workbench's server, from the request to the last byte, on one connection of this
 * machine: the page, the tables that the browser's engine fetches, and the files.
 * @param {import('@playwright/test').Browser} browser
 * @param {number} port
 * @returns {Promise<Line[]>}
 */
export async function measureRequests(browser, port) {
  const server = await startServer({ port, directory: temporaryStore() });
  const page = await signInAsAdviser(browser, server);
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'session');
  await page.context().close();
  const read = async (/** @type {string} */ path) => {
    const response = await fetch(server.origin + path, { headers: { cookie: `session=${cookie?.value}` } });
    if (response.status !== 200) throw new Error(`${path} answered with ${response.status}`);
    return response.text();
  };
  const [folder] = new RegExp(`${analysis}/datasett/\\w+`).exec(await read(analysis)) ?? [];
  const tables = ['figure', 'place', 'round'].map((name) => [`tabellen ${name}`, `${folder}/${name}.arrow`]);
  const asked = [['siden', analysis], ...tables, ['CSV', `${analysis}/tabell.csv`], ['SVG', `${analysis}/bilde.svg`]];
  const lines = /** @type {Line[]} */ ([]);
  for (const [name, path = ''] of asked) {
    const times = [];
    for (let run = 0; run < warmUps + runs; run += 1) {
      const start = performance.now();
      await read(path);
      if (run >= warmUps) times.push(performance.now() - start);
    }
    lines.push({ name: `analyse, ${name}: p50`, unit: 'ms', ours: median(times) });
    lines.push({ name: `analyse, ${name}: p95`, unit: 'ms', ours: quantile(times, 0.95) });
  }
  await server.stop();
  return lines;
}
