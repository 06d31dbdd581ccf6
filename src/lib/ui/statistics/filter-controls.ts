import { countyParameter, filterIndicators, type Filter } from '#lib/domain/filter.ts';
import type { Scene } from './scene.ts';
import { categoryLabels, wordsOf } from './words.ts';

/** One list of choices in the filter form; `value` is the chosen one, empty for all. */
export type FilterControl = {
  parameter: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
};

/** The filter form of a page, from the counties of the round and the institutional indicators. */
export function filterControls(scene: Scene, filter: Filter): FilterControl[] {
  const text = wordsOf(scene);
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
    options: categoryLabels(indicator.id, scene).map(({ id, label }) => ({
      value: id,
      label
    }))
  }));
  return [county, ...categories];
}
