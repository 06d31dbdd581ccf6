import { selectors, watchPage } from './probe.js';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('./probe.js').Seen} Seen */
/**
 * One visit; milliseconds since the navigation began, and bytes as sent.
 * @typedef {{
 *   kib: number, firstPaint: number, firstChart: number, complete: number, painted: number, shown: Seen['shown']
 * }} Visit
 */

/** 10 Mbit/s in bytes a second, 40 ms round trip. */
const slowNetwork = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };
const slowCpu = 4;
/** Milliseconds after the load in which nothing more may come for the first look. */
const afterLoad = 700;

/**
 * A context with nothing kept, as for a first visit.
 * @param {Browser} browser
 */
export async function openContext(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nb-NO' });
  await context.addInitScript(watchPage, selectors);
  return context;
}

/**
 * A new page of a context, slowed down when asked for.
 * @param {BrowserContext} context
 * @param {boolean} isSlow
 */
export async function openPage(context, isSlow) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (isSlow) {
    await session.send('Network.emulateNetworkConditions', slowNetwork);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowCpu });
  }
  return { page, session };
}

/**
 * Visits an address once and tells when what was shown.
 * @param {BrowserContext} context
 * @param {string} address
 * @param {boolean} isSlow
 * @returns {Promise<Visit>}
 */
export async function visit(context, address, isSlow) {
  const { page, session } = await openPage(context, isSlow);
  const requests = watchRequests(session);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(afterLoad);
  const { seen, firstPaint } = await page.evaluate(() => ({
    seen: /** @type {{ seen: Seen }} */ (/** @type {unknown} */ (globalThis)).seen,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  }));
  if (seen.firstChart === null || firstPaint === undefined) throw new Error(`no chart was shown: ${address}`);
  const kib = requests.bytesUntil(seen.complete) / 1024;
  await page.close();
  return { kib, firstPaint, ...seen, firstChart: seen.firstChart };
}

/**
 * Follows the requests of a page: bytes as sent, headers included, of the page itself and all that ended in time.
 * @param {import('@playwright/test').CDPSession} session
 */
function watchRequests(session) {
  /** @type {string | null} */
  let first = null;
  let startedAt = 0;
  /** @type {{ id: string, at: number, bytes: number }[]} */
  const finished = [];
  session.on('Network.requestWillBeSent', ({ requestId, timestamp }) => {
    if (first !== null) return;
    first = requestId;
    startedAt = timestamp;
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    finished.push({ id: requestId, at: (timestamp - startedAt) * 1000, bytes: encodedDataLength });
  });
  return {
    bytesUntil: (/** @type {number} */ ms) =>
      finished.filter(({ id, at }) => id === first || at <= ms).reduce((sum, { bytes }) => sum + bytes, 0)
  };
}
