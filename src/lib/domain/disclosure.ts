import type { Figure } from './figure.ts';
import { indicatorOf, indicators } from './indicator.ts';
import type { Round } from './round.ts';

/** Who a data set is made for. `region`: signed-in advisers of the round's KORUS region. */
export const audiences = ['public', 'region'] as const;
export type Audience = (typeof audiences)[number];
/** The advisers of county governors: what is reported in their own counties, and nothing gathered from more than those. */
export type CountyAudience = { counties: readonly string[] };

/**
 * Fewer answers than this behind a total of cases would tell one of those who gave them about another. An answer that a
 * host gives for several municipalities is one.
 */
export const fewestBehindTotal = 3;

/** What a round's totals need before the public may see them. */
export type Terms = { showsTotals: boolean; fewestBehind: number };

/**
 * While a round takes answers, a total that moves when a municipality is seen to answer tells what that one answered:
 * totals of reported cases are public once the round is frozen. Made-up figures need no such care, and figures that
 * were published before are public on any base.
 */
export function termsOf(round: Pick<Round, 'dataKind' | 'freezesAt'>, now: Date): Terms {
  switch (round.dataKind) {
    case 'published':
      return { showsTotals: true, fewestBehind: 1 };
    case 'synthetic':
      return { showsTotals: true, fewestBehind: fewestBehindTotal };
    case 'reported':
      return { showsTotals: now >= round.freezesAt, fewestBehind: fewestBehindTotal };
  }
}

/**
 * The one gate between what was reported and what a reader gets: the figures an audience may have. The public gets
 * institutional facts per municipality and personal figures gathered to the region; a total that does not meet its
 * terms is withheld (value null, reported above 0). County governors get the rows of their own counties only, as they are.
 */
export function figuresFor(audience: Audience | CountyAudience, figures: readonly Figure[], terms: Terms): Figure[] {
  if (audience === 'region') return [...figures];
  if (audience !== 'public') {
    return figures.filter(({ countyNo }) => countyNo !== null && audience.counties.includes(countyNo));
  }
  const open = figures.filter((figure) => indicatorOf(figure.indicator).nature === 'institutional');
  const gathered = indicators
    .filter((indicator) => indicator.nature === 'personal')
    .map((indicator) => gather(indicator.id, figures, terms));
  return [...open, ...gathered];
}

function gather(indicator: string, figures: readonly Figure[], terms: Terms): Figure {
  const rows = figures.filter((figure) => figure.indicator === indicator);
  const sum = (pick: (figure: Figure) => number) => rows.reduce((total, figure) => total + pick(figure), 0);
  const reported = sum((figure) => figure.reported);
  const population = sum((figure) => figure.population);
  const isShown = terms.showsTotals && answersBehind(rows.filter(isReported)) >= terms.fewestBehind;
  const hasShare = isShown && mayShowShare(indicator, figures, terms);
  return {
    indicator,
    category: null,
    municipalityNo: null,
    countyNo: null,
    value: isShown ? sum((figure) => figure.value ?? 0) : null,
    numerator: hasShare ? sum((figure) => figure.numerator ?? 0) : null,
    denominator: hasShare ? sum((figure) => figure.denominator ?? 0) : null,
    status: reported > 0 ? 'reported' : 'missing',
    expected: sum((figure) => figure.expected),
    reported,
    population,
    populationReported: wholePerCent(
      sum((figure) => figure.populationReported),
      population
    )
  };
}

/** How many have answered: a host and those it answers for are one. */
function answersBehind(figures: readonly Figure[]): number {
  return new Set(figures.map(({ reporter, municipalityNo }) => reporter ?? municipalityNo)).size;
}

function isReported({ reported }: Figure): boolean {
  return reported > 0;
}

/**
 * A share rests on those who gave both figures. Beside the totals it lets a reader subtract: those who gave only one of
 * the two must be nobody, or as many as a total needs.
 */
function mayShowShare(indicator: string, figures: readonly Figure[], { fewestBehind }: Terms): boolean {
  const gave = (id: string, has: (figure: Figure) => boolean) =>
    figures.filter((figure) => figure.indicator === id && has(figure));
  const both = gave(indicator, (figure) => figure.denominator !== null);
  const inBoth = new Set(both.map(({ municipalityNo }) => municipalityNo));
  const only = [indicator, indicatorOf(indicator).denominator ?? indicator].map((id) =>
    answersBehind(gave(id, ({ value, municipalityNo }) => value !== null && !inBoth.has(municipalityNo)))
  );
  return answersBehind(both) >= fewestBehind && only.every((answers) => answers === 0 || answers >= fewestBehind);
}

/** Inhabitants to the whole per cent: exact sums would name the one municipality that is missing from them. */
export function wholePerCent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((Math.round((part / whole) * 100) / 100) * whole);
}
