import type { Figure } from './figure.ts';
import { indicatorOf, indicators } from './indicator.ts';

/** Who a data set is made for. `region`: signed-in advisers of the round's KORUS region. */
export const audiences = ['public', 'region'] as const;
export type Audience = (typeof audiences)[number];

/** Fewer answering municipalities than this behind a total of cases would tell one of them about another. */
export const fewestBehindTotal = 3;

/**
 * The one gate between what was reported and what a reader gets: the figures an audience may have. The public gets
 * institutional facts per municipality and personal figures gathered to the region; a region total that rests on
 * fewer than three municipalities is withheld (value null) unless its figures were published before.
 */
export function figuresFor(audience: Audience, figures: readonly Figure[], alreadyPublished: boolean): Figure[] {
  if (audience === 'region') return [...figures];
  const open = figures.filter((figure) => indicatorOf(figure.indicator).nature === 'institutional');
  const gathered = indicators
    .filter((indicator) => indicator.nature === 'personal')
    .map((indicator) => gather(indicator.id, figures, alreadyPublished));
  return [...open, ...gathered];
}

function gather(indicator: string, figures: readonly Figure[], alreadyPublished: boolean): Figure {
  const rows = figures.filter((figure) => figure.indicator === indicator);
  const sum = (pick: (figure: Figure) => number) => rows.reduce((total, figure) => total + pick(figure), 0);
  const reported = sum((figure) => figure.reported);
  const isShown = reported > 0 && (alreadyPublished || reported >= fewestBehindTotal);
  const hasDenominator = rows.some((figure) => figure.denominator !== null);
  return {
    indicator,
    category: null,
    municipalityNo: null,
    countyNo: null,
    value: isShown ? sum((figure) => figure.value ?? 0) : null,
    denominator: isShown && hasDenominator ? sum((figure) => figure.denominator ?? 0) : null,
    status: reported > 0 ? 'reported' : 'missing',
    expected: sum((figure) => figure.expected),
    reported,
    population: sum((figure) => figure.population),
    populationReported: sum((figure) => figure.populationReported)
  };
}
