import { statisticsPage } from './pages.js';
import { selectors } from './probe.js';

/**
 * One state of our page, reduced to what a reader sees of charts and numbers.
 * @typedef {{
 *   heading: string,
 *   numbers: { label: string, lines: string[] }[],
 *   charts: { title: string, measure: string, svg: string }[],
 *   columns: string[], rows: string[][]
 * }} State
 * @typedef {{ title: string, css: string, counties: { value: string, label: string }[], states: Record<string, State> }} Source
 */

/**
 * Reads from our own page, county by county, what the floor page has to show.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @returns {Promise<Source>}
 */
export async function readSource(browser, origin) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(origin + statisticsPage);
  const counties = await page
    .locator(`select[name="${selectors.county}"] option`)
    .evaluateAll((options) =>
      /** @type {HTMLOptionElement[]} */ (options).map(({ value, text }) => ({ value, label: text }))
    );
  const title = await page.locator('h1').innerText();
  const css = await page.evaluate(chartCss, selectors.chart);
  /** @type {Record<string, State>} */
  const states = {};
  for (const { value } of counties) {
    await page.goto(`${origin}${statisticsPage}?${selectors.county}=${value}`);
    states[value] = await page.evaluate(readState, selectors);
  }
  await context.close();
  return { title, css, counties, states };
}

/**
 * Runs in the page.
 * @param {typeof selectors} selectors
 * @returns {State}
 */
function readState(selectors) {
  const text = (/** @type {Element | null | undefined} */ element) =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const shown = [...document.querySelectorAll(selectors.chart)].filter(
    (chart) => getComputedStyle(chart).display !== 'none'
  );
  const table = [...document.querySelectorAll(`${selectors.figures} table`)].at(-1);
  return {
    heading: text(document.querySelector(selectors.heading)),
    numbers: [...document.querySelectorAll(`${selectors.figures} dl > div`)].map((figure) => ({
      label: text(figure.querySelector('dt')),
      lines: [...figure.querySelectorAll('dd')].map(text)
    })),
    charts: shown.map((chart) => {
      const figure = chart.closest('figure');
      return {
        title: text(figure?.querySelector('h3')),
        measure: text(figure?.querySelector('p')),
        svg: chart.outerHTML
      };
    }),
    columns: [...(table?.querySelectorAll('thead th') ?? [])].map(text),
    rows: [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(text))
  };
}

/**
 * Runs in the page: the rules that paint the charts shown, with the values of the custom properties they use.
 * @param {string} selector
 */
function chartCss(selector) {
  const charts = [...document.querySelectorAll(selector)].filter((chart) => getComputedStyle(chart).display !== 'none');
  const parts = charts.flatMap((chart) => [chart, ...chart.querySelectorAll('*')]);
  /** @param {CSSRuleList} rules @returns {string[]} */
  const collect = (rules) =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSMediaRule) return matchMedia(rule.conditionText).matches ? collect(rule.cssRules) : [];
      if (rule instanceof CSSStyleRule) {
        const isUniversal = rule.selectorText.includes('*') || rule.selectorText.includes(':root');
        return !isUniversal && parts.some((part) => part.matches(rule.selectorText)) ? [rule.cssText] : [];
      }
      return rule instanceof CSSGroupingRule ? collect(rule.cssRules) : [];
    });
  const rules = [...document.styleSheets].flatMap((sheet) => collect(sheet.cssRules));
  const names = new Set(rules.flatMap((rule) => rule.match(/--[\w-]+(?=\s*[,)])/g) ?? []));
  const style = getComputedStyle(charts[0] ?? document.body);
  const properties = [...names].map((name) => `${name}:${style.getPropertyValue(name)}`);
  return `:root{${properties.join(';')}}${rules.join('')}`.replaceAll(/\s+/g, ' ');
}
