import { statisticsPage } from './pages.js';
import { choose, selectors } from './probe.js';
import { quantile } from './quantile.js';
import { openContext, openPage } from './visit.js';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ p50: number, p95: number }} Spread */

const changes = 40;
/** Milliseconds. */
const patience = 10_000;
const engineStart = 60_000;
/** What the page's script says when it could start the reader's own engine. */
const ready = 'form[data-ready="browser"]';

/**
 * Changes of county on one page whose states have come.
 * @param {Browser} browser
 * @param {string} address
 * @returns {Promise<Spread>}
 */
export async function measureCounties(browser, address) {
  const context = await openContext(browser);
  const { page } = await openPage(context, false);
  await page.goto(address, { waitUntil: 'load' });
  await page.focus(`select[name="${selectors.county}"]`);
  await page.waitForLoadState('networkidle');
  await chooseAll(page, selectors.county, 8);
  const times = await chooseAll(page, selectors.county, changes);
  await context.close();
  return spread(times);
}

/**
 * Filters nobody prepared: answered by the reader's own engine, and by the server for a reader who saves data.
 * @param {Browser} browser
 * @param {string} origin
 */
export async function measureComputed(browser, origin) {
  const context = await openContext(browser);
  const { page } = await openPage(context, false);
  await page.goto(origin + statisticsPage, { waitUntil: 'load' });
  await page.waitForSelector(ready, { state: 'attached', timeout: engineStart });
  const own = await chooseAll(page, selectors.web, changes);
  await context.close();

  const withoutEngine = await openContext(browser);
  await withoutEngine.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const { page: served } = await openPage(withoutEngine, false);
  await served.goto(origin + statisticsPage, { waitUntil: 'networkidle' });
  const first = await chooseAll(served, selectors.web, 3);
  const again = await chooseAll(served, selectors.web, changes);
  await withoutEngine.close();
  return { engine: spread(own), server: spread(first), serverCached: spread(again) };
}

/**
 * The tasks that held the main thread for more than 50 ms from the navigation until the engine is up.
 * @param {Browser} browser
 * @param {string} origin
 * @param {boolean} isSlow
 */
export async function listLongTasks(browser, origin, isSlow) {
  const context = await openContext(browser);
  const { page } = await openPage(context, isSlow);
  await page.goto(origin + statisticsPage, { waitUntil: 'load' });
  const isUp = await page.waitForSelector(ready, { state: 'attached', timeout: engineStart }).then(
    () => true,
    () => false // a busy machine slowed down fourfold may not get there; the tasks so far still tell
  );
  const { tasks, now } = await page.evaluate(() => ({
    tasks: /** @type {{ seen: import('./probe.js').Seen }} */ (/** @type {unknown} */ (globalThis)).seen.longTasks,
    now: performance.now()
  }));
  const upAfter = isUp ? now : null;
  await context.close();
  return { tasks, upAfter };
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {number} count
 */
async function chooseAll(page, name, count) {
  const options = await page
    .locator(`select[name="${name}"] option`)
    .evaluateAll((all) => /** @type {HTMLOptionElement[]} */ (all).map(({ value }) => value));
  const others = [...options.slice(1), ...options.slice(0, 1)];
  const values = Array.from({ length: count }, (_, index) => others[index % others.length] ?? '');
  return page.evaluate(choose, { name, values, selectors, patience });
}

/**
 * @param {number[]} times
 * @returns {Spread}
 */
function spread(times) {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
