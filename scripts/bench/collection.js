import { runCommand } from '../command.js';
import { listLines } from './list-pages.js';
import { median, quantile } from './quantile.js';
import { startServer } from './server.js';
import { signInAsAdviser } from './sign-in.js';
import { temporaryStore } from './store.js';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./report.js').Line} Line */

const frames = 180;
const keys = 40;
const importedRows = 100_000;
/** Milliseconds. */
const patience = 120_000;
/** A frame that comes later than this after the one before is seen as a jerk: three of 60 a second. */
const jerkMs = 50;
const demonstration = { round: 'sor-2024', size: '66 × 11' };

/**
 * The adviser's heavy screens in Chromium: the table of quality scrolled and walked through, and a large file read.
 * @param {Browser} browser
 * @param {number} port
 * @returns {Promise<Line[]>}
 */
export async function measureCollection(browser, port) {
  const small = await startServer({ port, directory: temporaryStore() });
  const page = await signInAsAdviser(browser, small);
  const lines = await gridLines(page, `${small.origin}/kartlegging/${demonstration.round}`, demonstration.size);
  lines.push(...(await importLines(page, `${small.origin}/kartlegging/${demonstration.round}/import`)));
  await page.context().close();
  await small.stop();
  return [...lines, ...(await nationalLines(browser, port))];
}

/**
 * @param {Browser} browser
 * @param {number} port
 */
async function nationalLines(browser, port) {
  const directory = temporaryStore();
  const args = ['--import', 'tsx', 'scripts/bench/fill.ts'];
  const { code, output } = await runCommand(process.execPath, args, { env: { STORE_DIR: directory } });
  if (code !== 0) throw new Error(`the store was not filled: ${output}`);
  const { round, session } = JSON.parse(output);
  const server = await startServer({ port, directory });
  const listed = await listLines({ origin: server.origin, round, session });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ name: 'session', value: session, url: server.origin }]);
  const lines = await gridLines(await context.newPage(), `${server.origin}/kartlegging/${round}`, '357 × 60');
  await context.close();
  await server.stop();
  return [...lines, ...listed];
}

/**
 * @param {Page} page
 * @param {string} round the address of a round
 * @param {string} size
 * @returns {Promise<Line[]>}
 */
async function gridLines(page, round, size) {
  await page.goto(`${round}/kvalitet`, { waitUntil: 'load', timeout: patience });
  await page.locator('.quality-grid td a').first().focus();
  const scrolled = await page.evaluate(scrollThrough, frames);
  const walked = await page.evaluate(walkDown, keys);
  const name = `tabellen ${size}`;
  return [
    { name: `${name}: bilde ved rulling, p50`, unit: 'ms', ours: median(scrolled) },
    { name: `${name}: bilde ved rulling, p95`, unit: 'ms', ours: quantile(scrolled, 0.95), most: jerkMs },
    { name: `${name}: piltast → bilde, p50`, unit: 'ms', ours: median(walked) },
    { name: `${name}: piltast → bilde, p95`, unit: 'ms', ours: quantile(walked, 0.95), most: jerkMs }
  ];
}

/**
 * Runs in the page: scrolls both ways a little each frame, and tells how long each frame took.
 * @param {number} frames
 */
async function scrollThrough(frames) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const table = document.querySelector('.quality-scroll');
  if (!table) throw new Error('no table to scroll');
  const times = [];
  let last = await frame();
  for (let count = 0; count < frames; count += 1) {
    table.scrollBy(count % 60 < 30 ? 24 : -24, 48);
    scrollBy(0, 48);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}

/**
 * Runs in the page: presses an arrow key on the cell that has the focus, and tells when the next frame was painted.
 * @param {number} keys
 */
async function walkDown(keys) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  for (let count = 0; count < keys; count += 1) {
    const key = count % 4 === 3 ? 'ArrowRight' : 'ArrowDown';
    const before = document.activeElement;
    const start = performance.now();
    before?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 0)); // the frame has been painted
    times.push(performance.now() - start);
    if (document.activeElement === before) throw new Error('the arrow key moved nowhere');
  }
  return times;
}

/**
 * @param {Page} page
 * @param {string} address
 * @returns {Promise<Line[]>}
 */
async function importLines(page, address) {
  await page.goto(address, { waitUntil: 'load' });
  const rows = Array.from({ length: importedRows }, (_, row) => `${1000 + (row % 9000)};${row % 50};${row % 7}`);
  const buffer = Buffer.from(`Kommunenummer;Mottatte saker;Behandlede\n${rows.join('\n')}`);
  await page.locator('input[type=file]').setInputFiles({ name: 'stor.csv', mimeType: 'text/csv', buffer });
  await page.evaluate(watchTasks);
  const start = performance.now();
  await page.locator('form[action="?/les"] button[type=submit]').click();
  await page.locator('tbody tr').first().waitFor({ timeout: patience });
  const took = performance.now() - start;
  const longest = await page.evaluate(
    () => /** @type {{ longestTask: number }} */ (/** @type {unknown} */ (globalThis)).longestTask
  );
  return [
    { name: 'import av 100 000 rader: til de er vist', unit: 's', ours: took / 1000 },
    { name: 'import av 100 000 rader: lengste oppgave', unit: 'ms', ours: longest, most: 200 }
  ];
}

/** Runs in the page: keeps the longest task of the main thread, in milliseconds. */
function watchTasks() {
  const kept = Object.assign(globalThis, { longestTask: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) kept.longestTask = Math.max(kept.longestTask, duration);
  }).observe({ type: 'longtask' });
}
