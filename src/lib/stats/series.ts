import { chosenFigures, Parameters, type Selection } from './chosen-figures.ts';
import { countedPopulation, followedNo } from './figure-area.ts';
import type { Statement } from './cube.ts';
import type { RowShape } from './row-shape.ts';

/**
 * One indicator in one round, with the base it rests on. `valueAgain` and `valueBefore` are this round's and the one
 * before's total of the same municipalities, the `reportedAgain` that gave the figure in both, with `populationAgain` and
 * `populationBefore` inhabitants, a host's with those it answers for: only they tell of a change. All are null or 0 in the first round. A municipality with
 * another number is the same; `divided` are the numbers of those that were divided before the newest round, which are
 * the same as none of it, or null.
 */
export type SeriesRow = {
  roundId: string;
  position: number;
  periodStart: string;
  periodEnd: string;
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
  populationAgain: number | null;
  populationBefore: number | null;
  divided: string | null;
};

export const seriesShape: RowShape<SeriesRow> = {
  roundId: 'text',
  position: 'number',
  periodStart: 'text',
  periodEnd: 'text',
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
  reportedAgain: 'number',
  populationAgain: 'number?',
  populationBefore: 'number?',
  divided: 'text?'
};

const columns = [
  'figure.round_id',
  'figure.municipality_no',
  `${followedNo} as followed_no`,
  'place.municipality_no is not null and place.followed_no is null as is_divided',
  'figure.indicator',
  'figure.value',
  'figure.numerator',
  'figure.denominator',
  'figure.expected',
  'figure.reported',
  'figure.population',
  'figure.population_reported',
  `${countedPopulation} as counted_population`,
  'round.position',
  'round.period_start',
  'round.period_end',
  'dense_rank() over (order by round.position) as turn'
];

/** Indicators over rounds, the oldest first, in one statement from the tables `figure`, `place` and `round`. */
export function seriesQuery({ indicators, rounds, filter, within, group }: Selection): Statement {
  const params = new Parameters();
  const chosen = chosenFigures({ indicators, rounds, filter, within, group }, columns, params, [
    'join round on round.round_id = figure.round_id'
  ]);
  return {
    params: params.values,
    sql: `with chosen as (
  ${chosen}
), followed as (
  select
    round_id,
    position,
    period_start,
    period_end,
    municipality_no,
    is_divided,
    indicator,
    value,
    numerator,
    denominator,
    expected,
    reported,
    population,
    population_reported,
    counted_population,
    lag(value) over earlier as value_before,
    lag(counted_population) over earlier as counted_before,
    municipality_no is not null
      and value is not null
      and lag(value) over earlier is not null
      and lag(turn) over earlier = turn - 1 as is_again
  from chosen
  window earlier as (partition by indicator, followed_no, is_divided order by turn)
)
select
  round_id as "roundId",
  min(position)::double as "position",
  min(period_start) as "periodStart",
  min(period_end) as "periodEnd",
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
  count(*) filter (where is_again)::double as "reportedAgain",
  sum(counted_population) filter (where is_again)::double as "populationAgain",
  sum(counted_before) filter (where is_again)::double as "populationBefore",
  string_agg(municipality_no, ' ' order by municipality_no) filter (where is_divided) as "divided"
from followed
group by round_id, indicator
order by indicator, "position"`
  };
}
