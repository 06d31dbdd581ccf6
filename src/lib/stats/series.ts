import type { Brush, PlaceFilter } from '#lib/domain/analysis.ts';
import { Parameters, placeConditions } from './comparison.ts';
import type { Statement } from './cube.ts';
import type { RowShape } from './row-shape.ts';

/** What to follow over rounds. */
export type Series = {
  indicators: readonly string[];
  rounds: readonly string[];
  filter: PlaceFilter;
  within?: Brush | null;
  group?: readonly string[];
};

/**
 * One indicator in one round, with the base it rests on. `valueAgain` and `valueBefore` are this round's and the one
 * before's total of the same municipalities, the `reportedAgain` that gave the figure in both: only they tell of a change.
 * All are null or 0 in the first round, and a municipality that changed its number is not the same.
 */
export type SeriesRow = {
  roundId: string;
  position: number;
  indicator: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  expected: number;
  reported: number;
  population: number;
  populationReported: number;
  valueAgain: number | null;
  valueBefore: number | null;
  reportedAgain: number;
};

export const seriesShape: RowShape<SeriesRow> = {
  roundId: 'text',
  position: 'number',
  indicator: 'text',
  value: 'number?',
  numerator: 'number?',
  denominator: 'number?',
  expected: 'number',
  reported: 'number',
  population: 'number',
  populationReported: 'number',
  valueAgain: 'number?',
  valueBefore: 'number?',
  reportedAgain: 'number'
};

const bases = ['expected', 'reported', 'population', 'population_reported'];

/** Indicators over rounds, the oldest first, in one statement from the tables `figure`, `place` and `round`. */
export function seriesQuery(series: Series): Statement {
  const params = new Parameters();
  const where = placeConditions(series, params);
  return {
    params: params.values,
    sql: `with numbered as (
  select
    ${fields('figure.')},
    round.position,
    dense_rank() over (order by round.position) as turn
  from figure
  join round on round.round_id = figure.round_id
  left join place
    on place.round_id = figure.round_id
    and place.municipality_no = figure.municipality_no
  where ${where.join('\n    and ')}
), followed as (
  select
    ${fields()},
    position,
    turn,
    lag(value) over earlier as value_before,
    lag(turn) over earlier as turn_before
  from numbered
  window earlier as (partition by indicator, municipality_no order by turn)
), compared as (
  select
    ${fields()},
    position,
    value_before,
    municipality_no is not null
      and turn_before = turn - 1
      and value is not null
      and value_before is not null as is_again
  from followed
)
select
  round_id as "roundId",
  min(position)::double as "position",
  indicator as "indicator",
  sum(value)::double as "value",
  sum(numerator)::double as "numerator",
  sum(denominator)::double as "denominator",
  sum(expected)::double as "expected",
  sum(reported)::double as "reported",
  sum(population)::double as "population",
  sum(population_reported)::double as "populationReported",
  sum(value) filter (where is_again)::double as "valueAgain",
  sum(value_before) filter (where is_again)::double as "valueBefore",
  count(*) filter (where is_again)::double as "reportedAgain"
from compared
group by round_id, indicator
order by indicator, "position"`
  };
}

function fields(table = ''): string {
  const names = ['round_id', 'municipality_no', 'indicator', 'value', 'numerator', 'denominator', ...bases];
  return names.map((name) => table + name).join(',\n    ');
}
