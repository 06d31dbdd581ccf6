import type { Dimension } from '#lib/domain/analysis.ts';
import { chosenFigures, Parameters } from './chosen-figures.ts';
import {
  columnOf,
  dimensionsOf,
  divisionsOf,
  hasBoth,
  levelColumns,
  roundsOf,
  setColumns,
  type Comparison,
  type Division
} from './comparison-division.ts';
import type { Statement } from './cube.ts';
import { areaOf, countedPopulation, isWithin } from './figure-area.ts';
import type { RowShape } from './row-shape.ts';

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
 * Every cell of a comparison and those beside it in one statement, from the tables `figure` and `place`. Gathered figures have
 * no place: they count in the whole only, and in no selection. With others beside it, `level` tells the cells apart.
 */
export function comparisonQuery(comparison: Comparison): Statement {
  const params = new Parameters();
  const { group, less = null, columns: across } = comparison;
  const divisions = divisionsOf(comparison);
  const dimensions = dimensionsOf(divisions);
  const rounds = roundsOf(divisions);
  const areas = dimensions.map((one) => `${areaInRounds(one, comparison, params)} as ${columnOf(one)}`);
  const brush = divisions.find(({ within }) => within)?.within ?? null;
  const inside = brush && hasBoth(divisions) ? [`${isWithin(brush, group, params)} as inside`] : [];
  const columns = [...figureColumns, ...(less === null ? wholeColumns : restColumns), ...areas, ...countedColumns];
  const joins = less === null ? [] : [joinOf(less, params)];
  const within = inside.length > 0 ? null : brush;
  const chosen = chosenFigures({ ...comparison, rounds, within }, [...columns, ...inside], params, joins);
  const by = dimensions.map(columnOf);
  const first = dimensions.filter((one) => one === comparison.dimension || one !== across).map(columnOf);
  return {
    params: params.values,
    sql: `with chosen as (
  ${chosen}
)
select
  round_id as "roundId",
  indicator as "indicator",${divisions.length > 1 ? `\n  grouping(${levelColumns(divisions).join(', ')})::double as "level",` : ''}
  ${first.length > 1 ? `coalesce(${first.join(', ')})` : first.join('')} as "area",
  ${across === null ? 'null::varchar' : columnOf(across)} as "part",
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
group by grouping sets (${groupingSets(divisions)})
having ${[...by, 'category'].map((column) => `(grouping(${column}) = 1 or ${column} is not null)`).join('\n  and ')}${inside.map(() => '\n  and (grouping(inside) = 1 or inside)').join('')}
order by round_id, indicator, "area" nulls first, "part" nulls first, category nulls first`
  };
}

/** The area of a figure in a dimension; none in rounds that no division by it has. */
function areaInRounds(dimension: Dimension, comparison: Comparison, params: Parameters): string {
  const divisions = divisionsOf(comparison);
  const area = areaOf(dimension, comparison.group, params);
  const own = roundsOf(divisions.filter((one) => one.dimension === dimension || one.columns === dimension));
  if (own.length === roundsOf(divisions).length) return area;
  return `case when figure.round_id in (${params.list(own)}) then ${area} end`;
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

function groupingSets(divisions: readonly Division[]): string {
  const sets = new Set(
    setColumns(divisions)
      .flat()
      .map((columns) => ['round_id', 'indicator', ...columns].join(', '))
  );
  return [...sets].flatMap((set) => [`(${set})`, `(${set}, category)`]).join(', ');
}
