import type { MunicipalityChange } from './geography.ts';

/** Where the figures of one day's municipalities belong among those of another day. */
export type Boundaries = {
  /** The number on the other day, or null where the municipality was divided and its figures belong to no single one. */
  numberOf(municipalityNo: string): string | null;
  /** Each break in a series: municipalities that can be compared only together. */
  breaks: Break[];
};

/** What was one municipality on one of the days and several on the other; compared with the sum of both. */
type Break = { date: string; one: string; several: string[] };

/**
 * How municipalities of one day are found on another, both ISO dates, forwards or backwards. Forwards a divided
 * municipality is broken; backwards its parts are added to one. Weights by inhabitants divide inhabitants, never cases.
 */
export function boundariesBetween(
  changes: readonly MunicipalityChange[],
  { from, to }: { from: string; to: string }
): Boundaries {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const numbers = new Map<string, Set<string>>();
  for (const { date, numberBefore, numberAfter } of changes) {
    const isBetween = date !== null && first < date && date <= last;
    const isAfter = date === null || date <= first;
    const [early, late] = isBetween
      ? [numberBefore, numberAfter]
      : isAfter
        ? [numberAfter, numberAfter]
        : [numberBefore, numberBefore];
    const [own, other] = from <= to ? [early, late] : [late, early];
    numbers.set(own, (numbers.get(own) ?? new Set()).add(other));
  }
  return {
    numberOf(municipalityNo) {
      const found = numbers.get(municipalityNo);
      if (!found) throw new Error(`no municipality ${municipalityNo} on ${from}`);
      const [number = null] = found;
      return found.size === 1 ? number : null;
    },
    breaks: breaksBetween(changes, first, last)
  };
}

function breaksBetween(changes: readonly MunicipalityChange[], first: string, last: string): Break[] {
  const breaks = new Map<string, Break>();
  for (const { kind, date, numberBefore, numberAfter } of changes) {
    if (kind !== 'split' || date === null || date <= first || date > last) continue;
    const found = breaks.get(numberBefore) ?? { date, one: numberBefore, several: [] };
    breaks.set(numberBefore, { ...found, several: [...found.several, numberAfter] });
  }
  return [...breaks.values()];
}
