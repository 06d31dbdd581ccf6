import {
  crossDimensions,
  dimensions,
  groupAreas,
  measuresOf,
  unknownArea,
  type Analysis,
  type Brush,
  type Choices,
  type Dimension
} from './analysis.ts';
import { categoriesOf, indicatorOf, indicators } from './indicator.ts';
import { divisions, picturesOf } from './picture.ts';
import { populationClasses } from './place.ts';

export const analysisParameters = {
  indicator: 'tall',
  measure: 'mal',
  dimension: 'etter',
  columns: 'kolonner',
  rounds: 'runde',
  scope: 'omrade',
  county: 'fylke',
  populationClass: 'storrelse',
  organisedUnder: 'organisert',
  group: 'gruppe',
  picture: 'bilde',
  division: 'grenser',
  brush: 'valgt'
} as const;

/** So many rounds of the country are shown at once, each with those of every region: the page's own, then the newest. */
export const mostRoundsOfCountry = 5;

/** The country as the address has it; the region goes without saying. */
export const countryWord = 'landet';

type Unknown = { parameter: string; value: string };

/** Reads a view from an address. A value that cannot be used is left out and named in `unknown`; without any, the first of each. */
export function parseAnalysis(
  parameters: URLSearchParams,
  choices: Choices
): { analysis: Analysis; unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  const many = (parameter: string, values: readonly string[], allowed: readonly string[]) => {
    const asked = [...new Set(values.filter((value) => value !== ''))];
    for (const value of asked) if (!allowed.includes(value)) unknown.push({ parameter, value });
    return asked.filter((value) => allowed.includes(value));
  };
  const one = <Value extends string>(parameter: string, allowed: readonly Value[]): Value | null => {
    const [value] = many(parameter, [parameters.get(parameter) ?? ''], allowed);
    return (value as Value | undefined) ?? null;
  };
  const names = analysisParameters;
  const counted = indicators.map(({ id }) => id);
  const indicator = one(names.indicator, counted) ?? 'cases_received';
  const dimension = one(names.dimension, dimensions) ?? 'county';
  const columns = one(names.columns, [dimension, ...crossDimensions(dimension)]);
  const scope: Analysis['scope'] = one(names.scope, choices.country ? [countryWord] : []) ? 'country' : 'region';
  const asked = many(names.rounds, parameters.getAll(names.rounds), choices.rounds);
  const { rounds, dropped } = roundsOf(asked, choices, scope);
  for (const value of dropped) unknown.push({ parameter: names.rounds, value });
  const places = { ...choices, ...(scope === 'country' ? choices.country : null) };
  const areas = areasOf(places);
  const shown = {
    indicator,
    measure: one(names.measure, measuresOf(indicatorOf(indicator))) ?? 'count',
    dimension,
    columns: columns === dimension ? null : columns,
    rounds,
    scope,
    filter: {
      county: one(names.county, areas.county),
      populationClass: one(names.populationClass, areas.population_class),
      organisedUnder: one(names.organisedUnder, organisedUnder(choices))
    }
  } satisfies Partial<Analysis>;
  const analysis: Analysis = {
    ...shown,
    group: many(names.group, splitNumbers(parameters.get(names.group) ?? ''), places.municipalities),
    picture: one(names.picture, picturesOf(shown)) ?? picturesOf(shown)[0],
    division: one(names.division, divisions) ?? 'county',
    brush: brushOf(
      one(
        names.brush,
        dimensions.flatMap((dimension) => areas[dimension].map((area) => `${dimension}:${area}`))
      )
    )
  };
  return { analysis, unknown };
}

/** The address of a view, in a fixed order and without what goes without saying; the same view has the same address. */
export function analysisAddress(analysis: Analysis, ownRound: string): string {
  const { indicator, measure, dimension, columns, rounds, filter, group, picture, division, brush } = analysis;
  const names = analysisParameters;
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | null, silent: string | null = null) => {
    if (value !== null && value !== silent) parameters.append(name, value);
  };
  put(names.indicator, indicator, 'cases_received');
  put(names.measure, measure, 'count');
  put(names.dimension, dimension, 'county');
  put(names.columns, columns);
  if (rounds.length !== 1 || rounds[0] !== ownRound) for (const round of rounds) put(names.rounds, round);
  put(names.scope, analysis.scope === 'country' ? countryWord : null);
  put(names.county, filter.county);
  put(names.populationClass, filter.populationClass);
  put(names.organisedUnder, filter.organisedUnder);
  if (group.length > 0) put(names.group, group.join(' '));
  put(names.picture, picture, picturesOf(analysis)[0]);
  put(names.division, division, 'county');
  put(names.brush, brush && brushText(brush));
  return parameters.toString();
}

/** A brush as the address has it. */
export function brushText({ dimension, area }: Brush): string {
  return `${dimension}:${area}`;
}

/** The rounds to show, the page's own where none is asked for, and those that are too many to be shown beside them. */
function roundsOf(asked: readonly string[], choices: Choices, scope: Analysis['scope']) {
  const chosen = choices.rounds.filter((id, index) => (asked.length === 0 ? index === 0 : asked.includes(id)));
  const most = scope === 'country' ? mostRoundsOfCountry : chosen.length;
  return { rounds: chosen.slice(0, most), dropped: chosen.slice(most) };
}

function brushOf(text: string | null): Brush | null {
  if (text === null) return null;
  const [dimension = ''] = text.split(':', 1);
  return { dimension: dimension as Dimension, area: text.slice(dimension.length + 1) };
}

function areasOf(choices: Choices): Record<Dimension, readonly string[]> {
  return {
    ...choices.areas,
    county: choices.counties,
    municipality: choices.municipalities,
    population_class: populationClasses.map(({ id }) => id),
    centrality: ['1', '2', '3', '4', '5', '6'],
    organised_under: [...organisedUnder(choices), unknownArea],
    own_group: groupAreas
  };
}

function organisedUnder({ questionnaire }: Choices): string[] {
  return categoriesOf(indicatorOf('organised_under'), questionnaire).map(({ id }) => id);
}

function splitNumbers(text: string): string[] {
  return text.split(/[\s,;]+/);
}
