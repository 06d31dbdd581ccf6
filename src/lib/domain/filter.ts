import { categoriesOf, categoryIndicators } from './indicator.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What a reader has chosen to see: a county, and one category of any institutional indicator. Null is "all". */
export type Filter = { county: string | null; categories: Record<string, string | null> };

export const countyParameter = 'fylke';

/** The filters with an address name, in their fixed order. */
export const filterIndicators = categoryIndicators.filter((indicator) => indicator.slug !== null);

export const noFilter: Filter = {
  county: null,
  categories: Object.fromEntries(filterIndicators.map((indicator) => [indicator.id, null]))
};

/** Reads a filter from a page's address. A value that is not known is left out of the filter and named in `unknown`. */
export function parseFilter(
  parameters: URLSearchParams,
  questionnaire: Questionnaire,
  counties: readonly string[]
): { filter: Filter; unknown: { parameter: string; value: string }[] } {
  const unknown: { parameter: string; value: string }[] = [];
  const choose = (parameter: string, allowed: readonly string[]) => {
    const value = parameters.get(parameter) ?? '';
    if (value === '' || allowed.includes(value)) return value === '' ? null : value;
    unknown.push({ parameter, value });
    return null;
  };
  const county = choose(countyParameter, counties);
  const categories = Object.fromEntries(
    filterIndicators.map((indicator) => [
      indicator.id,
      choose(
        indicator.slug ?? indicator.id,
        categoriesOf(indicator, questionnaire).map((category) => category.id)
      )
    ])
  );
  return { filter: { county, categories }, unknown };
}

/** The address part of a filter, in a fixed order, empty without choices; the same filter always gives the same text. */
export function filterAddress(filter: Filter): string {
  const parameters = new URLSearchParams();
  if (filter.county) parameters.set(countyParameter, filter.county);
  for (const indicator of filterIndicators) {
    const category = filter.categories[indicator.id];
    if (category) parameters.set(indicator.slug ?? indicator.id, category);
  }
  return parameters.toString();
}

/** Whether a filter can be answered from the prepared states: at most a county is chosen. */
export function isPrepared(filter: Filter): boolean {
  return Object.values(filter.categories).every((category) => category === null);
}
