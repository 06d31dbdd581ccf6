/** What the measured pages have in common: the charts, numbers and rows of both are found with these. */
export const selectors = {
  figures: '#figurer',
  heading: '#figurer h2',
  chart: '#figurer svg.chart',
  number: '#figurer dl dd:first-of-type',
  row: '#figurer tbody tr',
  county: 'fylke',
  web: 'nett'
};

/**
 * @typedef {{ charts: number, numbers: number, rows: number }} Shown
 * @typedef {{
 *   shown: Shown, firstChart: number | null, complete: number, painted: number,
 *   longTasks: { at: number, ms: number }[]
 * }} Seen
 */

/**
 * Runs in the page before anything else: notes when the first chart's marks, and when the last of all charts, numbers
 * and rows, stood in the document, and when the frame with them was painted. Milliseconds since navigation began.
 * What comes later than half a second after the load, such as rows scrolled to, is not waited for.
 * @param {typeof selectors} selectors
 */
export function watchPage(selectors) {
  const marks = 'path, rect, circle, line, polygon';
  /** @type {Seen} */
  const seen = {
    shown: { charts: 0, numbers: 0, rows: 0 },
    firstChart: null,
    complete: 0,
    painted: 0,
    longTasks: []
  };
  Object.assign(globalThis, { seen });

  const look = () => {
    const charts = [...document.querySelectorAll(selectors.chart)].filter((chart) => chart.querySelector(marks)).length;
    const numbers = document.querySelectorAll(selectors.number).length;
    const rows = document.querySelectorAll(selectors.row).length;
    const { shown } = seen;
    if (charts <= shown.charts && numbers <= shown.numbers && rows <= shown.rows) return;
    seen.shown = { charts, numbers, rows };
    const now = performance.now();
    seen.firstChart ??= charts > 0 ? now : null;
    seen.complete = now;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (seen.complete === now) seen.painted = performance.now();
      })
    );
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  addEventListener('load', () => setTimeout(() => observer.disconnect(), 500));
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
}

/**
 * Runs in the page: makes each choice in turn, as a reader would, and gives the milliseconds from it to the painted
 * frame in which the heading of the figures tells the new selection.
 * @param {{ name: string, values: string[], selectors: typeof selectors, patience: number }} choices
 * @returns {Promise<number[]>}
 */
export async function choose({ name, values, selectors, patience }) {
  const select = /** @type {HTMLSelectElement} */ (document.querySelector(`select[name="${name}"]`));
  const figures = /** @type {HTMLElement} */ (document.querySelector(selectors.figures));
  const heading = () => document.querySelector(selectors.heading)?.textContent;
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      })
    );
  /** @param {string | null | undefined} before */
  const changed = (before) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`nothing changed in ${patience} ms`)), patience);
      const observer = new MutationObserver(() => {
        if (heading() === before) return;
        observer.disconnect();
        clearTimeout(late);
        resolve(undefined);
      });
      observer.observe(figures, { childList: true, subtree: true, characterData: true });
    });

  const times = [];
  for (const [index, value] of values.entries()) {
    await new Promise((resolve) => setTimeout(resolve, 60 + ((index * 7) % 17)));
    const waiting = changed(heading());
    const started = performance.now();
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waiting;
    await frame();
    times.push(performance.now() - started);
  }
  return times;
}
