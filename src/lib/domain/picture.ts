import type { Analysis, Measure } from './analysis.ts';
import { indicatorOf } from './indicator.ts';

/** How the workbench draws a view. */
export const pictures = ['bars', 'stacked', 'dots', 'funnel', 'map', 'heat', 'multiples', 'slope', 'line'] as const;
export type Picture = (typeof pictures)[number];

/** The divisions of the country whose borders a map can have. */
export const divisions = ['county', 'korus_region', 'police_district'] as const;
export type Division = (typeof divisions)[number];

type Shown = Pick<Analysis, 'indicator' | 'measure' | 'dimension' | 'columns' | 'rounds' | 'scope' | 'filter'>;

/**
 * The pictures that make sense of a view, the one it is drawn as first. Municipalities are too many to be followed as
 * lines outside one county, and for all of the country too many to have a bar each.
 */
export function picturesOf(shown: Shown): readonly [Picture, ...Picture[]] {
  if (shown.dimension === 'municipality') return picturesOfMunicipalities(shown);
  if (indicatorOf(shown.indicator).kind === 'category') return ['stacked', 'heat'];
  const { measure, columns } = shown;
  const time = overRounds(shown);
  return first([
    ...time,
    ...(columns === null ? [] : (['heat'] as const)),
    ...(columns !== null || time.length > 0 ? (['multiples'] as const) : []),
    plainOf(measure)
  ]);
}

/**
 * The views that are drawn small beside one: its selection by county, as a map and over its rounds. Those that the view
 * itself shows are left out.
 */
export function linkedViews(analysis: Analysis): Analysis[] {
  const { dimension, columns, filter, picture, rounds } = analysis;
  const [newest] = rounds;
  const now = { ...analysis, columns: null, rounds: newest === undefined ? [] : [newest] };
  const county = { ...now, dimension: 'county' as const };
  const hasCounty = dimension !== 'county' && columns !== 'county' && filter.county === null;
  const isOverTime = picture === 'line' || picture === 'slope';
  const isCount = indicatorOf(analysis.indicator).kind === 'count';
  return [
    ...(hasCounty ? [{ ...county, picture: picturesOf(county)[0] }] : []),
    ...(picture === 'map' ? [] : [{ ...now, dimension: 'municipality' as const, picture: 'map' as const }]),
    ...(rounds.length > 1 && isCount && !isOverTime
      ? [{ ...now, rounds, dimension: 'korus_region' as const, picture: 'line' as const }]
      : [])
  ];
}

function picturesOfMunicipalities(shown: Shown): readonly [Picture, ...Picture[]] {
  const { indicator, measure, scope, filter } = shown;
  const isOfCounty = filter.county !== null;
  const isOfCountry = scope === 'country' && !isOfCounty;
  if (indicatorOf(indicator).kind === 'category') return isOfCountry ? ['map'] : ['map', 'stacked'];
  return first([
    ...(measure.startsWith('rate') ? (['funnel'] as const) : []),
    ...(isOfCountry ? [] : [plainOf(measure)]),
    'map',
    ...(isOfCounty ? overRounds(shown) : [])
  ]);
}

function plainOf(measure: Measure): Picture {
  return measure === 'count' ? 'bars' : 'dots';
}

function overRounds({ rounds }: Shown): Picture[] {
  if (rounds.length < 2) return [];
  return rounds.length === 2 ? ['slope'] : ['line'];
}

function first(found: readonly Picture[]): readonly [Picture, ...Picture[]] {
  const [one, ...others] = found;
  if (!one) throw new Error('a view without a picture');
  return [one, ...others];
}
