import { chosenFigures, Parameters } from './chosen-figures.ts';
import type { Statement } from './cube.ts';
import { areaOf } from './figure-area.ts';
import type { AreaChoice } from './response.ts';
import type { RowShape } from './row-shape.ts';

/**
 * Cases received in all (`area` null) or in one area, and how many received none. `none` of the `reported` municipalities
 * had no case, they or their host told, with `populationNone` inhabitants, and `withCases` told that they had some; the
 * cases of the others, if any, stand in the figures of a host that had some. `value` is null where nobody told a number.
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
 * somebody is silent, `in_host` where cases may be among those of a host elsewhere, `unknown` where nobody told a number.
 * Silence is never a zero.
 */
export type Referral = 'some' | 'none' | 'none_so_far' | 'in_host' | 'unknown';

export function referralOf(row: ZeroReferralRow): Referral {
  if (row.withCases > 0) return 'some';
  if (inHost(row) > 0) return 'in_host';
  if (row.none === 0) return 'unknown';
  return row.reported === row.expected ? 'none' : 'none_so_far';
}

/** Of how many municipalities the cases stand in the figures of a host that had some. */
export function inHost({ reported, none, withCases }: ZeroReferralRow): number {
  return reported - none - withCases;
}

const withHost = `left join figure as host
    on host.round_id = figure.round_id
    and host.indicator = figure.indicator
    and host.municipality_no = place.host_no`;

/** Where nobody was referred, in rounds and areas, in one statement from the tables `figure` and `place`. */
export function zeroReferralQuery({ dimension, rounds, filter, group }: AreaChoice): Statement {
  const params = new Parameters();
  const columns = [
    'figure.round_id',
    `${areaOf(dimension, group, params)} as area`,
    'figure.value',
    'coalesce(figure.value, host.value) as value_or_host',
    'figure.reported',
    'figure.expected',
    'figure.population'
  ];
  const chosen = chosenFigures({ indicators: ['cases_received'], rounds, filter }, columns, params, [withHost]);
  return {
    params: params.values,
    sql: `with chosen as (
  ${chosen}
)
select
  round_id as "roundId",
  area as "area",
  sum(value)::double as "value",
  count(*) filter (where value_or_host = 0)::double as "none",
  count(*) filter (where value > 0)::double as "withCases",
  sum(reported)::double as "reported",
  sum(expected)::double as "expected",
  sum(population)::double as "population",
  coalesce(sum(population) filter (where value_or_host = 0), 0)::double as "populationNone"
from chosen
group by grouping sets ((round_id), (round_id, area))
having grouping(area) = 1 or area is not null
order by round_id, area nulls first`
  };
}
