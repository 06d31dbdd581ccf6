import type { Dimension } from '#lib/domain/analysis.ts';
import { followedNo, type Parameters } from './chosen-figures.ts';

/** The area of places that the dimension does not know, such as an arrangement that nobody has told. */
export const unknownArea = 'unknown';
/** The two areas of the dimension `own_group`. */
export const groupAreas = ['group', 'others'] as const;

const placeColumn: Record<Exclude<Dimension, 'own_group' | 'municipality'>, string> = {
  county: 'place.county_no',
  population_class: 'place.population_class',
  centrality: 'place.centrality::integer::varchar',
  organised_under: 'place.organised_under',
  police_district: 'place.police_district',
  county_governor: 'place.county_governor',
  korus_region: 'place.korus_region'
};

/** The area of a figure in a dimension as an expression of SQL; null for gathered figures, which have no place. */
export function areaOf(dimension: Dimension, group: readonly string[], params: Parameters): string {
  if (dimension === 'municipality') return followedNo;
  const area =
    dimension === 'own_group' ? groupOf(group, params) : `coalesce(${placeColumn[dimension]}, '${unknownArea}')`;
  return `case when figure.municipality_no is not null then ${area} end`;
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
