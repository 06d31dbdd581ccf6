import { chosenFigures, Parameters } from './chosen-figures.ts';
import type { Statement } from './cube.ts';
import { areaOf } from './figure-area.ts';
import type { AreaChoice } from './response.ts';
import type { RowShape } from './row-shape.ts';

/**
 * Cases received in all (`area` null) or in one area, and how many received none. `none` of the `reported` municipalities
 * told that they had no case, with `populationNone` inhabitants, and `withCases` that they had some; the others' cases stand
 * in the figures of a host. `value` is null where nobody told a number.
 */
export type ZeroReferralRow = {
  roundId: string;
  area: string | null;
  value: number | null;
  none: number;
  withCases: number;
  reported: number;
  expected: number;
  population: number;
  populationNone: number;
};

export const zeroReferralShape: RowShape<ZeroReferralRow> = {
  roundId: 'text',
  area: 'text?',
  value: 'number?',
  none: 'number',
  withCases: 'number',
  reported: 'number',
  expected: 'number',
  population: 'number',
  populationNone: 'number'
};

/**
 * Whether anybody was referred in an area: `none` where all have answered and nobody had a case, `none_so_far` where
 * somebody is silent, `unknown` where nobody told a number. Silence is never a zero.
 */
export type Referral = 'some' | 'none' | 'none_so_far' | 'unknown';

export function referralOf({ value, reported, expected }: ZeroReferralRow): Referral {
  if (value === null) return 'unknown';
  if (value > 0) return 'some';
  return reported === expected ? 'none' : 'none_so_far';
}

/** Where nobody was referred, in rounds and areas, in one statement from the tables `figure` and `place`. */
export function zeroReferralQuery({ dimension, rounds, filter, group }: AreaChoice): Statement {
  const params = new Parameters();
  const columns = [
    'figure.round_id',
    `${areaOf(dimension, group, params)} as area`,
    'figure.value',
    'figure.reported',
    'figure.expected',
    'figure.population'
  ];
  const chosen = chosenFigures({ indicators: ['cases_received'], rounds, filter }, columns, params);
  return {
    params: params.values,
    sql: `with chosen as (
  ${chosen}
)
select
  round_id as "roundId",
  area as "area",
  sum(value)::double as "value",
  count(*) filter (where value = 0)::double as "none",
  count(*) filter (where value > 0)::double as "withCases",
  sum(reported)::double as "reported",
  sum(expected)::double as "expected",
  sum(population)::double as "population",
  coalesce(sum(population) filter (where value = 0), 0)::double as "populationNone"
from chosen
group by grouping sets ((round_id), (round_id, area))
having grouping(area) = 1 or area is not null
order by round_id, area nulls first`
  };
}
