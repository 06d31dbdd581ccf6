import type { Dimension } from '#lib/domain/analysis.ts';
import { chosenFigures, Parameters, type Selection } from './chosen-figures.ts';
import type { Statement } from './cube.ts';
import { areaOf, countedPopulation } from './figure-area.ts';
import type { RowShape } from './row-shape.ts';

/**
 * What to compare: indicators in rounds, by a dimension and perhaps a second across it. `less` is an indicator whose cases are
 * taken from each, where a municipality gave both and the first is no less; others gave no figure then.
 */
export type Comparison = Selection & {
  dimension: Dimension;
  columns: Dimension | null;
  /** The municipalities of the dimension `own_group`. */
  group: readonly string[];
  less?: string | null;
};

/**
 * One cell: an indicator in a round, for all (`area` null) or one area, across all (`part` null) or one value of the
 * second dimension, whole (`category` null) or one category. `reported` of `expected` municipalities are behind it, with
 * `populationReported` of `population` inhabitants. `value` over `countedPopulation` is a rate: the inhabitants stand where
 * the cases do, those of a covered municipality with its host; of an age they are null where one of them has none
 * published. `numerator` over `denominator` is a share, from those that gave both. `status` is that of every figure, null
 * where they differ.
 */
export type ComparisonRow = {
  roundId: string;
  indicator: string;
  area: string | null;
  part: string | null;
  category: string | null;
  status: string | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  expected: number;
  reported: number;
  population: number;
  populationReported: number;
  countedPopulation: number;
  counted15to17: number | null;
  counted18plus: number | null;
};

export const comparisonShape: RowShape<ComparisonRow> = {
  roundId: 'text',
  indicator: 'text',
  area: 'text?',
  part: 'text?',
  category: 'text?',
  status: 'text?',
  value: 'number?',
  numerator: 'number?',
  denominator: 'number?',
  expected: 'number',
  reported: 'number',
  population: 'number',
  populationReported: 'number',
  countedPopulation: 'number',
  counted15to17: 'number?',
  counted18plus: 'number?'
};

const figureColumns = [
  'figure.round_id',
  'figure.indicator',
  'figure.category',
  'figure.status',
  'figure.numerator',
  'figure.denominator',
  'figure.expected',
  'figure.population'
];
const wholeColumns = ['figure.value', 'figure.reported', 'figure.population_reported'];
/** What is left of a figure, and those behind it; where a host has the cases, they are behind it too. */
const restColumns = [
  'case when less.value <= figure.value then figure.value - less.value end as value',
  'case when figure.value is null or less.value <= figure.value then figure.reported else 0 end as reported',
  `case
      when figure.value is null or less.value <= figure.value then figure.population_reported
      else 0
    end as population_reported`
];
const countedColumns = [
  `${countedPopulation} as counted_population`,
  'place.counted_15_to_17',
  'place.counted_18_plus'
];

/**
 * Every cell of a comparison in one statement, from the tables `figure` and `place`. Gathered figures have no place: they
 * count in the whole only, and in no selection.
 */
export function comparisonQuery(comparison: Comparison): Statement {
  const params = new Parameters();
  const area = areaOf(comparison.dimension, comparison.group, params);
  const part = comparison.columns === null ? null : areaOf(comparison.columns, comparison.group, params);
  const areas = [`${area} as area`, `${part ?? 'null'} as part`];
  const { less = null } = comparison;
  const columns = [...figureColumns, ...(less === null ? wholeColumns : restColumns), ...areas, ...countedColumns];
  const chosen = chosenFigures(comparison, columns, params, less === null ? [] : [joinOf(less, params)]);
  const grouped = part === null ? ['area', 'category'] : ['area', 'part', 'category'];
  return {
    params: params.values,
    sql: `with chosen as (
  ${chosen}
)
select
  round_id as "roundId",
  indicator as "indicator",
  area as "area",
  ${part === null ? 'null::varchar' : 'part'} as "part",
  category as "category",
  case when min(status) = max(status) then min(status) end as "status",
  sum(value)::double as "value",
  sum(numerator)::double as "numerator",
  sum(denominator)::double as "denominator",
  sum(expected)::double as "expected",
  sum(reported)::double as "reported",
  sum(population)::double as "population",
  sum(population_reported)::double as "populationReported",
  coalesce(sum(counted_population) filter (where reported > 0), 0)::double as "countedPopulation",
  ${countedOfAge('counted_15_to_17')} as "counted15to17",
  ${countedOfAge('counted_18_plus')} as "counted18plus"
from chosen
group by grouping sets (${groupingSets(part !== null)})
having ${grouped.map((column) => `(grouping(${column}) = 1 or ${column} is not null)`).join('\n  and ')}
order by round_id, indicator, ${grouped.map((column) => `${column} nulls first`).join(', ')}`
  };
}

function joinOf(less: string, params: Parameters): string {
  return `left join figure as less
    on less.round_id = figure.round_id
    and less.municipality_no = figure.municipality_no
    and less.indicator = ${params.add(less)}`;
}

/** Inhabitants of an age whose cases stand in a cell; null unless all municipalities behind it have it published. */
function countedOfAge(column: string): string {
  return `case
    when count(*) filter (where reported > 0 and ${column} is null) = 0
    then coalesce(sum(${column}) filter (where reported > 0), 0)::double
  end`;
}

function groupingSets(hasColumns: boolean): string {
  const levels = hasColumns ? ['', ', area', ', part', ', area, part'] : ['', ', area'];
  const sets = levels.flatMap((level) => [`(round_id, indicator${level})`, `(round_id, indicator${level}, category)`]);
  return sets.join(', ');
}
