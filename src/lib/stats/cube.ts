import type { Filter } from '#lib/domain/filter.ts';
import { filterIndicators } from '#lib/domain/filter.ts';

/** A DuckDB statement; parameters are text or null, so that both engines bind them alike. */
export type Statement = { sql: string; params: (string | null)[] };

/**
 * One cell of the cube of a view: an indicator for all (`countyNo` null) or one county, whole (`category` null) or one
 * category. `numerator` of `denominator` is its share, from the municipalities that gave both. All three are null where no municipality gave the figure or it may not be shown.
 */
export type Cell = {
  indicator: string;
  category: string | null;
  countyNo: string | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  expected: number;
  reported: number;
  population: number;
  populationReported: number;
};

/** Every figure of the page in one statement: totals, per county, per category and both, from the table `figure`. */
export function cubeQuery(filter: Filter): Statement {
  const { where, params } = filterClause(filter);
  return {
    params,
    sql: `select
  indicator as "indicator",
  category as "category",
  county_no as "countyNo",
  sum(value)::double as "value",
  sum(numerator)::double as "numerator",
  sum(denominator)::double as "denominator",
  sum(expected)::double as "expected",
  sum(reported)::double as "reported",
  sum(population)::double as "population",
  sum(population_reported)::double as "populationReported"
from figure
where ${where}
group by grouping sets ((indicator), (indicator, county_no), (indicator, category), (indicator, county_no, category))
having (grouping(county_no) = 1 or county_no is not null)
  and (grouping(category) = 1 or category is not null)
order by indicator, county_no nulls first, category nulls first`
  };
}

/** The condition of a filter on the table `figure`; gathered rows fall outside every choice but "all". */
export function filterClause(filter: Filter): { where: string; params: (string | null)[] } {
  const conditions = ['($1::varchar is null or county_no = $1)'];
  filterIndicators.forEach((indicator, index) => {
    const parameter = `$${index + 2}`;
    conditions.push(`(${parameter}::varchar is null or municipality_no in (
    select municipality_no from figure where indicator = '${indicator.id}' and category = ${parameter}))`);
  });
  return {
    where: conditions.join('\n  and '),
    params: [filter.county, ...filterIndicators.map((indicator) => filter.categories[indicator.id] ?? null)]
  };
}
