import type { Brush, PlaceFilter } from '#lib/domain/analysis.ts';
import { isWithin } from './figure-area.ts';

/** Which figures a statement is about: indicators in rounds, of the municipalities that a filter leaves. */
export type Selection = {
  indicators: readonly string[];
  rounds: readonly string[];
  filter: PlaceFilter;
  /** An area that the selection is narrowed to; `group` are the municipalities of the dimension `own_group`. */
  within?: Brush | null | undefined;
  group?: readonly string[] | undefined;
};

/** The values of a statement, in the order in which it names them. */
export class Parameters {
  readonly values: string[] = [];

  add(value: string): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** A list of values, as between the brackets of `in`. */
  list(values: readonly string[]): string {
    return values.map((value) => this.add(value)).join(', ');
  }
}

/**
 * The part that every statement of the workbench begins with: some columns of the chosen figures, each beside its place and
 * what is joined to it. Gathered figures have no place, so they are in no filter.
 */
export function chosenFigures(
  selection: Selection,
  columns: readonly string[],
  params: Parameters,
  joins: readonly string[] = []
): string {
  return `select
    ${columns.join(',\n    ')}
  from figure
  left join place
    on place.round_id = figure.round_id
    and place.municipality_no = figure.municipality_no${joins.map((join) => `\n  ${join}`).join('')}
  where ${conditionsOf(selection, params).join('\n    and ')}`;
}

function conditionsOf(
  { indicators, rounds, filter, within = null, group = [] }: Selection,
  params: Parameters
): string[] {
  const chosen = (column: string, value: string | null) => (value === null ? [] : [`${column} = ${params.add(value)}`]);
  return [
    `figure.round_id in (${params.list(rounds)})`,
    `figure.indicator in (${params.list(indicators)})`,
    ...chosen('place.county_no', filter.county),
    ...chosen('place.population_class', filter.populationClass),
    ...chosen('place.organised_under', filter.organisedUnder),
    ...(within ? [isWithin(within, group, params)] : [])
  ];
}
