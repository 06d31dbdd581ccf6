import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { root, runCommand } from '../command.js';
import { choose } from './probe.js';
import { median, quantile } from './quantile.js';
import { startServer } from './server.js';
import { signInAsAdviser } from './sign-in.js';
import { serveDirectory } from './static-directory.js';
import { temporaryStore } from './store.js';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./report.js').Line} Line */
/** @typedef {{ size: number, cells: number, native: number, summed: number }} Sized */
/** @typedef {{ p50: number, p95: number }} Spread */
/** @typedef {{ ready: number, change: Spread }} Measured `ready`: milliseconds from the asked page to an engine that answers */
/** @typedef {{ load: number, times: number[] }} Bare */

const round = 'sor-2024';
const analysis = `/kartlegging/${round}/analyse`;
const sizes = [1_800, 100_000, 1_000_000, 10_000_000];
/** Beyond these only the cube is sent to a browser. */
const mostRowsToBrowser = 1_000_000;
const changes = 40;
const bareRuns = 5;
/** Milliseconds. */
const patience = 10_000;
const engineStart = 120_000;
const body = '.figures-body';
const selectors = { figures: 'main', heading: '#funn', chart: '', number: '', row: '', county: 'fylke', web: '' };
const words = new Map([
  [1_800, '1,8 k'],
  [100_000, '100 k'],
  [1_000_000, '1 M'],
  [10_000_000, '10 M']
]);

/**
 * The workbench in Chromium with tables of figures of many rows in place of its own, beside bare DuckDB-WASM on the same
 * tables and a page whose prepared states are swapped.
 * @param {Browser} browser
 * @param {number} port
 * @returns {Promise<Line[]>}
 */
export async function measureWorkbench(browser, port) {
  const server = await startServer({ port, directory: temporaryStore() });
  const folder = mkdtempSync(path.join(tmpdir(), 'regionspeil-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const page = await signInAsAdviser(browser, server);
  const states = await keepData(page, server.origin, folder);
  const { statements, sized } = await makeRows(folder);
  await buildPages(folder, states);
  const files = await serveDirectory(folder, port + 1);
  const floor = await measureFloor(browser, files.origin, Object.keys(states));
  const lines = [];
  for (const one of sized) lines.push(...(await measureSize(browser, page, { one, statements, floor, files, server })));
  await page.context().close();
  files.stop();
  await server.stop();
  return lines;
}

/**
 * Keeps the tables that the page fetches, and gives what it shows of each county.
 * @param {Page} page
 * @param {string} origin
 * @param {string} folder
 */
async function keepData(page, origin, folder) {
  const waiting = ['figure', 'place', 'round'].map(async (name) => {
    const response = await page.waitForResponse(new RegExp(`/datasett/\\w+/${name}\\.arrow`));
    writeFileSync(path.join(folder, `${name}.arrow`), await response.body());
  });
  await page.goto(origin + analysis);
  await Promise.all(waiting);
  const counties = await page
    .locator('select[name="fylke"] option')
    .evaluateAll((all) => /** @type {HTMLOptionElement[]} */ (all).map(({ value }) => value));
  /** @type {Record<string, string>} */
  const states = {};
  for (const county of counties) {
    await page.goto(`${origin}${analysis}?fylke=${county}`);
    states[county] = await page.locator(body).innerHTML();
  }
  return states;
}

/** @param {string} folder */
async function makeRows(folder) {
  const script = path.join(root, 'scripts', 'bench', 'workbench-rows.ts');
  const args = ['--import', 'tsx', script, folder, round, ...sizes.map(String)];
  const { code, output } = await runCommand(process.execPath, args);
  if (code !== 0) throw new Error(`the rows were not made: ${output}`);
  return /** @type {{ statements: { sql: string, params: string[] }[], sized: Sized[] }} */ (JSON.parse(output));
}

/**
 * The page of the bare engine, and the floor: prepared states that are swapped in whole.
 * @param {string} folder
 * @param {Record<string, string>} states
 */
async function buildPages(folder, states) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(root, 'scripts', 'bench'),
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: false,
      assetsDir: '',
      assetsInlineLimit: 0,
      target: 'esnext',
      lib: { entry: path.join(root, 'scripts', 'bench', 'bare-engine.js'), formats: ['es'], fileName: () => 'bare.js' }
    }
  });
  writeFileSync(path.join(folder, 'bare.html'), '<!doctype html><script type="module" src="bare.js"></script>');
  const options = Object.keys(states).map((county) => `<option value="${county}">${county}</option>`);
  writeFileSync(
    path.join(folder, 'floor.html'),
    `<!doctype html><meta charset="utf-8"><main><select name="fylke">${options.join('')}</select>
<div id="state">${states['']}</div></main><script>
const states=${JSON.stringify(states).replaceAll('<', '\\u003c')};
document.querySelector('select').onchange=({target})=>{document.getElementById('state').innerHTML=states[target.value]};
</script>`
  );
}

/**
 * @param {Browser} browser
 * @param {string} origin
 * @param {string[]} counties
 */
async function measureFloor(browser, origin, counties) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${origin}/floor.html`);
  const spread = await changeCounties(page, counties);
  await page.context().close();
  return spread;
}

/**
 * @typedef {{
 *   one: Sized, statements: { sql: string, params: string[] }[], floor: Spread,
 *   files: { origin: string }, server: { origin: string }
 * }} Asked
 */

/**
 * @param {Browser} browser
 * @param {Page} page
 * @param {Asked} asked
 * @returns {Promise<Line[]>}
 */
async function measureSize(browser, page, { one, statements, floor, files, server }) {
  const { size, cells } = one;
  const name = `analyse, ${words.get(size) ?? size} rader`;
  const most = size > 1_000_000 ? 80 : 60;
  console.log(`Måler ${name} …`);
  const lines = /** @type {Line[]} */ ([]);
  if (size <= mostRowsToBrowser) {
    const ours = await measurePage(page, server.origin, `${files.origin}/${size}.arrow`);
    const arrow = await measureBare(browser, files.origin, { figure: `${size}.arrow`, statements });
    const file = await measureBare(browser, files.origin, { figure: `${size}.duckdb`, statements });
    lines.push(
      { name: `${name}: motoren klar, bar motor som gulv`, unit: 'ms', ours: ours.ready, other: arrow.load },
      { name: `${name}: fylke → bilde, p50`, unit: 'ms', ours: ours.change.p50, other: floor.p50 },
      { name: `${name}: fylke → bilde, p95`, unit: 'ms', ours: ours.change.p95, other: floor.p95, most },
      { name: `${name}: spørringen i bar motor (Arrow), p50`, unit: 'ms', ours: median(arrow.times) },
      { name: `${name}: spørringen i bar motor (DuckDB-fil), p50`, unit: 'ms', ours: median(file.times) },
      { name: `${name}: last DuckDB-fil mot Arrow`, unit: 'ms', ours: file.load, other: arrow.load }
    );
  }
  const cube = await measurePage(page, server.origin, `${files.origin}/${size}-cube.arrow`);
  const asCube = `${name} som ${cells.toLocaleString('nb-NO')} celler`;
  return [
    ...lines,
    { name: `${asCube}: fylke → bilde, p50`, unit: 'ms', ours: cube.change.p50, other: floor.p50 },
    { name: `${asCube}: fylke → bilde, p95`, unit: 'ms', ours: cube.change.p95, other: floor.p95, most },
    { name: `${name}: summert til celler på tjeneren`, unit: 'ms', ours: one.summed },
    { name: `${name}: spørringen på tjeneren, p50`, unit: 'ms', ours: one.native }
  ];
}

/**
 * The workbench with another table of figures than its own.
 * @param {Page} page
 * @param {string} origin
 * @param {string} figures
 * @returns {Promise<Measured>}
 */
async function measurePage(page, origin, figures) {
  await page.route(/\/figure\.arrow/, (route) => route.continue({ url: figures }));
  const start = performance.now();
  await page.goto(origin + analysis, { waitUntil: 'load' });
  await page.waitForSelector('[data-engine="browser"]', { timeout: engineStart });
  const ready = performance.now() - start;
  const counties = await page
    .locator('select[name="fylke"] option')
    .evaluateAll((all) => /** @type {HTMLOptionElement[]} */ (all).map(({ value }) => value));
  const change = await changeCounties(page, counties);
  await page.unroute(/\/figure\.arrow/);
  return { ready, change };
}

/**
 * @param {Page} page
 * @param {string[]} counties
 * @returns {Promise<Spread>}
 */
async function changeCounties(page, counties) {
  const others = [...counties.slice(1), ...counties.slice(0, 1)];
  const values = Array.from({ length: changes + 8 }, (_, index) => others[index % others.length] ?? '');
  const times = await page.evaluate(choose, { name: 'fylke', values, selectors, patience });
  const warm = times.slice(8);
  return { p50: quantile(warm, 0.5), p95: quantile(warm, 0.95) };
}

/**
 * @param {Browser} browser
 * @param {string} origin
 * @param {{ figure: string, statements: { sql: string, params: string[] }[] }} asked
 * @returns {Promise<Bare>}
 */
async function measureBare(browser, origin, { figure, statements }) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/bare.html`, { waitUntil: 'load' });
  const measured = await page.evaluate(
    (asked) =>
      /** @type {{ measureBare: (asked: unknown) => Promise<Bare> }} */ (
        /** @type {unknown} */ (globalThis)
      ).measureBare(asked),
    { figure, place: 'place.arrow', statements, runs: bareRuns }
  );
  await page.context().close();
  return measured;
}
