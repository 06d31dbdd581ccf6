import { categoriesOf, indicatorOf, indicators, youngOf, type Indicator } from './indicator.ts';
import { divisions, picturesOf, type Division, type Picture } from './picture.ts';
import { populationClasses } from './place.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What municipalities can be compared by; `own_group` is a choice of municipalities against the others. */
export const dimensions = [
  'county',
  'municipality',
  'population_class',
  'centrality',
  'organised_under',
  'police_district',
  'county_governor',
  'korus_region',
  'own_group'
] as const;
export type Dimension = (typeof dimensions)[number];

/** The area of places that the dimension does not know, such as an arrangement that nobody has told. */
export const unknownArea = 'unknown';
/** The two areas of the dimension `own_group`. */
export const groupAreas = ['group', 'others'] as const;

/** How a figure is told: as counted, as a share, or per 10 000 inhabitants of an age. */
const measures = ['count', 'share', 'rate', 'rate_15_to_17', 'rate_18_plus'] as const;
export type Measure = (typeof measures)[number];

/** Which municipalities are counted; null is all. */
export type PlaceFilter = { county: string | null; populationClass: string | null; organisedUnder: string | null };

/** An area that was chosen in a picture: what else is shown is of it alone. */
export type Brush = { dimension: Dimension; area: string };

/**
 * One view of the workbench, whole: it is read from the address and written back to it. `columns` is a second dimension
 * across the table, `group` the municipalities of the own group, `division` the borders on the map; in the scope of the
 * country each round stands with those of the other regions beside it (`country-round.ts`).
 */
export type Analysis = {
  indicator: string;
  measure: Measure;
  dimension: Dimension;
  columns: Dimension | null;
  rounds: readonly string[];
  scope: 'region' | 'country';
  filter: PlaceFilter;
  group: readonly string[];
  picture: Picture;
  division: Division;
  brush: Brush | null;
};

/** What there is to choose from: the rounds that may be read (the page's own first) and the places in them. */
export type Choices = PlaceChoices & {
  questionnaire: Questionnaire;
  rounds: readonly string[];
  /** The places of the country; null where no other region has a round to stand beside. */
  country: PlaceChoices | null;
};

export type PlaceChoices = {
  counties: readonly string[];
  municipalities: readonly string[];
  /** The areas of the dimensions that are neither in the questionnaire nor fixed. */
  areas: Record<'police_district' | 'county_governor' | 'korus_region', readonly string[]>;
};

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

/** The country as the address has it; the region goes without saying. */
export const countryWord = 'landet';

export const noPlaceFilter: PlaceFilter = { county: null, populationClass: null, organisedUnder: null };
type Unknown = { parameter: string; value: string };

/**
 * The measures that make sense of an indicator: a share needs a denominator, a rate a count. The young are held against the
 * young, as nobody under 15 can be punished (the Penal Code § 20), and the grown against the grown where both are counted.
 */
export function measuresOf({ id, kind, denominator, age }: Indicator): readonly Measure[] {
  if (kind === 'category') return ['count', 'share'];
  const makesSense: Record<Measure, boolean> = {
    ...{ count: true, share: denominator !== null, rate: true },
    ...{ rate_15_to_17: age === 'under_18', rate_18_plus: youngOf(id) !== null }
  };
  return measures.filter((measure) => makesSense[measure]);
}

/** The brush that narrows what a picture shows: none where its own dimensions are chosen from, which keeps all areas. */
export function narrowing({ brush, dimension, columns }: Pick<Analysis, 'brush' | 'dimension' | 'columns'>) {
  return brush && brush.dimension !== dimension && brush.dimension !== columns ? brush : null;
}

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
  const columns = one(names.columns, dimensions);
  const chosenRounds = many(names.rounds, parameters.getAll(names.rounds), choices.rounds);
  const scope = one(names.scope, choices.country ? [countryWord] : []) ? 'country' : 'region';
  const places = { ...choices, ...(scope === 'country' ? choices.country : null) };
  const areas = areasOf(places);
  const shown = {
    indicator,
    measure: one(names.measure, measuresOf(indicatorOf(indicator))) ?? 'count',
    dimension,
    columns: columns === dimension ? null : columns,
    rounds: choices.rounds.filter((id, index) => (chosenRounds.length === 0 ? index === 0 : chosenRounds.includes(id)))
  };
  const analysis: Analysis = {
    ...{ ...shown, scope },
    filter: {
      county: one(names.county, areas.county),
      populationClass: one(names.populationClass, areas.population_class),
      organisedUnder: one(names.organisedUnder, organisedUnder(choices))
    },
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
