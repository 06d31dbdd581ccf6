import type { Locator, Page } from '@playwright/test';
import { parseHTML } from 'linkedom';

export const statisticsPath = '/statistikk/sor/2024';
export type FigureId = 'answered' | 'cases_received' | 'cases_handled' | 'cases_under_18';

/** One of the large figures at the top. */
export function figure(page: Page, id: FigureId): Locator {
  return page.locator(`[data-figure="${id}"]`).locator('dd').first();
}

/** One control of the filter, by its name in the address. */
export function filterControl(page: Page, parameter: string): Locator {
  return page.locator(`form#filter select[name="${parameter}"]`);
}

/** A text with single spaces, whatever the markup and the number format put in it. */
export function spaced(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** A page as it is sent, without scripts. */
export async function fetchDocument(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  const html = await response.text();
  return { status: response.status, html, document: parseHTML(html).document };
}

/** The large figures of a page as it is sent. */
export function figuresIn(document: Document): Record<string, string> {
  return Object.fromEntries(
    [...document.querySelectorAll('[data-figure]')].map((figure) => [
      figure.getAttribute('data-figure') ?? '',
      spaced(figure.querySelector('dd')?.textContent)
    ])
  );
}
