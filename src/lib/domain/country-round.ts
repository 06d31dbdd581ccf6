import type { Round } from './round.ts';

/**
 * The rounds that make the country beside one: of each other region one that was opened, of the same core and with a
 * period that ends in the same year. Of several that whose period ends on the same day, else the newest.
 */
export function roundsBeside(round: Round, all: readonly Round[]): Round[] {
  const comparable = all.filter((other) => isOfSameCountry(other, round));
  const regions = [...new Set(comparable.map(({ korusRegion }) => korusRegion))].sort();
  return regions.map((region) =>
    comparable
      .filter(({ korusRegion }) => korusRegion === region)
      .reduce((best, other) => (isNearer(other, best, round) ? other : best))
  );
}

function isOfSameCountry(other: Round, { korusRegion, questionnaireId, periodEnd }: Round): boolean {
  const isSame = other.questionnaireId === questionnaireId && yearOf(other) === periodEnd.slice(0, 4);
  return isSame && other.korusRegion !== korusRegion && other.openedAt !== null;
}

function isNearer(one: Round, other: Round, { periodEnd }: Round): boolean {
  const rank = ({ periodEnd: end, id }: Round) => [end === periodEnd ? 1 : 0, end, id].join(' ');
  return rank(one) > rank(other);
}

function yearOf({ periodEnd }: Round): string {
  return periodEnd.slice(0, 4);
}
