import { unknownArea, type Brush, type Dimension } from '#lib/domain/analysis.ts';
import type { Parameters } from './chosen-figures.ts';

/**
 * The number of a figure's municipality in the newest round. One that was divided before that keeps its own, and gathered
 * figures have none.
 */
export const followedNo = 'coalesce(place.followed_no, figure.municipality_no)';

/** The inhabitants that a figure's cases are of; gathered figures, which have no place, have those behind them. */
export const countedPopulation = 'coalesce(place.counted_population, figure.population_reported)';

const placeColumn: Record<Exclude<Dimension, 'own_group' | 'municipality'>, string> = {
  county: 'place.county_no',
  population_class: 'place.population_class',
  centrality: 'place.centrality::integer::varchar',
  organised_under: 'place.organised_under',
  police_district: 'place.police_district',
  county_governor: 'place.county_governor',
  korus_region: 'place.korus_region'
};

/**
 * The area of a figure in a dimension as an expression of SQL; gathered figures have no place, and no area but the KORUS
 * region that they may be of.
 */
export function areaOf(dimension: Dimension, group: readonly string[], params: Parameters): string {
  if (dimension === 'municipality') return followedNo;
  const area =
    dimension === 'own_group' ? groupOf(group, params) : `coalesce(${placeColumn[dimension]}, '${unknownArea}')`;
  const gathered = dimension === 'korus_region' ? ' else figure.gathered_in' : '';
  return `case when figure.municipality_no is not null then ${area}${gathered} end`;
}

/** Whether a figure is of an area, as an expression of SQL. */
export function isWithin({ dimension, area }: Brush, group: readonly string[], params: Parameters): string {
  return `${areaOf(dimension, group, params)} = ${params.add(area)}`;
}

/** A municipality of the group belongs to it in every round, whatever its number was. */
function groupOf(group: readonly string[], params: Parameters): string {
  if (group.length === 0) return `'others'`;
  return `case when ${followedNo} in (
      select coalesce(followed_no, municipality_no)
      from place
      where municipality_no in (${params.list(group)})
    ) then 'group' else 'others' end`;
}
