import { countyParameter, filterIndicators, type Filter } from '#lib/domain/filter.ts';
import { categoriesOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Scene } from './scene.ts';

/** One list of choices in the filter form; `value` is the chosen one, empty for all. */
export type FilterControl = {
  parameter: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
};

/** The filter form of a page, from the counties of the round and the institutional indicators. */
export function filterControls(scene: Scene, filter: Filter): FilterControl[] {
  const text = messagesIn(scene.language).statistics;
  const county: FilterControl = {
    parameter: countyParameter,
    label: text.county,
    value: filter.county ?? '',
    options: scene.counties.map(({ number, name }) => ({ value: number, label: name }))
  };
  const categories = filterIndicators.map((indicator) => ({
    parameter: indicator.slug ?? indicator.id,
    label: indicator.name[scene.language],
    value: filter.categories[indicator.id] ?? '',
    options: categoriesOf(indicator, scene.questionnaire).map(({ id, text: label }) => ({
      value: id,
      label: label[scene.language]
    }))
  }));
  return [county, ...categories];
}
