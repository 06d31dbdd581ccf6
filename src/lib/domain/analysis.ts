import { youngOf, type Indicator } from './indicator.ts';
import type { Division, Picture } from './picture.ts';
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

export const noPlaceFilter: PlaceFilter = { county: null, populationClass: null, organisedUnder: null };

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

/**
 * The dimensions that another can be divided by. A municipality is in one area of each alone, so that it neither divides nor is
 * divided.
 */
export function crossDimensions(dimension: Dimension): readonly Dimension[] {
  if (dimension === 'municipality') return [];
  return dimensions.filter((other) => other !== dimension && other !== 'municipality');
}
