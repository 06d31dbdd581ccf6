import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { languageOf } from '#lib/domain/language.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Axe = { run: (options: RunOptions) => Promise<AxeResults> };

/** In pixels. */
const wide = 1280;
const narrow = 360;

/**
 * What shuts somebody out of a screen that is shown in both languages: axe looks at it wide in bokmål and narrow in
 * nynorsk, and nothing may be wider than the window in either.
 */
export async function findBarriers(page: Page): Promise<string[]> {
  const language = languageOf(await page.locator('html').getAttribute('lang'));
  const widthOfAxe = { nb: wide, nn: narrow }[language];
  const found: string[] = [];
  for (const width of [wide, narrow]) {
    await page.setViewportSize({ width, height: 900 });
    const barriers = [...(width === widthOfAxe ? await findViolations(page) : []), ...(await findOverflow(page))];
    found.push(...barriers.map((barrier) => `at ${width} px: ${barrier}`));
  }
  return found;
}

/** What axe finds against WCAG 2.1 A and AA, one line an element. */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }; // the script above put it there
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
    // Describing every element that is in order takes longer than finding those that are not.
    return (await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`
    )
  );
}

/** The elements that make the page wider than the window. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.slice(0, 40)}`)
      .slice(0, 10);
  });
}
