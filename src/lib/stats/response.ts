import type { Dimension, PlaceFilter } from '#lib/domain/analysis.ts';
import { chosenFigures, Parameters } from './chosen-figures.ts';
import type { Statement } from './cube.ts';
import { areaOf } from './figure-area.ts';
import type { RowShape } from './row-shape.ts';

/** Areas to follow in rounds; `group` are the municipalities of the dimension `own_group`. */
export type AreaChoice = {
  dimension: Dimension;
  rounds: readonly string[];
  filter: PlaceFilter;
  group: readonly string[];
};

/**
 * How a round was answered, in all (`area` null) or in one area. `answered` of `expected` municipalities, covered ones
 * with them, with `populationAnswered` of `population` inhabitants; `declined` said that they will not. `onTime` and
 * `late` are by the first answer and the deadline; `medianDays` is the median of days after it, null when nobody answered.
 */
export type ResponseRow = {
  roundId: string;
  area: string | null;
  expected: number;
  answered: number;
  declined: number;
  population: number;
  populationAnswered: number;
  onTime: number;
  late: number;
  medianDays: number | null;
};

export const responseShape: RowShape<ResponseRow> = {
  roundId: 'text',
  area: 'text?',
  expected: 'number',
  answered: 'number',
  declined: 'number',
  population: 'number',
  populationAnswered: 'number',
  onTime: 'number',
  late: 'number',
  medianDays: 'number?'
};

const withAnswerTime = `left join answer_time
    on answer_time.round_id = figure.round_id
    and answer_time.municipality_no = figure.municipality_no`;

/** Response and punctuality of rounds and areas in one statement, from the tables `figure`, `place` and `answer_time`. */
export function responseQuery({ dimension, rounds, filter, group }: AreaChoice): Statement {
  const params = new Parameters();
  const columns = [
    'figure.round_id',
    `${areaOf(dimension, group, params)} as area`,
    'figure.category',
    'figure.expected',
    'figure.reported',
    'figure.population',
    'figure.population_reported',
    'answer_time.days_after_deadline'
  ];
  const chosen = chosenFigures({ indicators: ['answer_status'], rounds, filter }, columns, params, [withAnswerTime]);
  return {
    params: params.values,
    sql: `with chosen as (
  ${chosen}
)
select
  round_id as "roundId",
  area as "area",
  sum(expected)::double as "expected",
  sum(reported)::double as "answered",
  count(*) filter (where category = 'declined')::double as "declined",
  sum(population)::double as "population",
  sum(population_reported)::double as "populationAnswered",
  count(*) filter (where days_after_deadline <= 0)::double as "onTime",
  count(*) filter (where days_after_deadline > 0)::double as "late",
  median(days_after_deadline)::double as "medianDays"
from chosen
group by grouping sets ((round_id), (round_id, area))
having grouping(area) = 1 or area is not null
order by round_id, area nulls first`
  };
}
