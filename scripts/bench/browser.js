import { statisticsPage } from './pages.js';
import { median } from './quantile.js';
import { openContext, visit } from './visit.js';

/** @typedef {import('./visit.js').Visit} Visit */
/** @typedef {'cold' | 'warm' | 'slowCold' | 'slowWarm'} Mode */
/** @typedef {Record<Mode, Omit<Visit, 'shown'>>} Loads */

const times = /** @type {const} */ (['kib', 'firstPaint', 'firstChart', 'complete', 'painted']);

/**
 * Our page and the floor in turn, so that the machine's noise falls on both; medians of the runs.
 * @param {import('@playwright/test').Browser} browser
 * @param {{ ours: string, floor: string }} origins
 * @param {number} runs
 * @returns {Promise<{ ours: Loads, floor: Loads }>}
 */
export async function measureLoads(browser, { ours, floor }, runs) {
  const pages = { ours: ours + statisticsPage, floor: `${floor}/` };
  const visits = { ours: emptyVisits(), floor: emptyVisits() };
  for (let run = -1; run < runs; run += 1) {
    for (const isSlow of [false, true]) {
      for (const name of /** @type {const} */ (['ours', 'floor'])) {
        const context = await openContext(browser);
        const cold = await visit(context, pages[name], isSlow);
        const warm = await visit(context, pages[name], isSlow);
        await context.close();
        if (run < 0) continue;
        visits[name][isSlow ? 'slowCold' : 'cold'].push(cold);
        visits[name][isSlow ? 'slowWarm' : 'warm'].push(warm);
      }
    }
  }
  return { ours: medians(visits.ours), floor: medians(visits.floor) };
}

/** @returns {Record<Mode, Visit[]>} */
function emptyVisits() {
  return { cold: [], warm: [], slowCold: [], slowWarm: [] };
}

/**
 * @param {Record<Mode, Visit[]>} visits
 * @returns {Loads}
 */
function medians(visits) {
  const entries = Object.entries(visits).map(([mode, all]) => [
    mode,
    Object.fromEntries(times.map((time) => [time, median(all.map((one) => one[time]))]))
  ]);
  return Object.fromEntries(entries);
}
