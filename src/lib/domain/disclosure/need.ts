/** The two ends of what a sum can be. */
export const senses = ['least', 'greatest'] as const;
export type Sense = (typeof senses)[number];
export type Range = Record<Sense, number>;

/**
 * What must stay possible for a sum of columns, for whoever knows the rest: to be as small as `atMost` and as great as
 * `atLeast`; or, for `another`, to be anything but what it is.
 */
export type Need = { cell: number; columns: readonly number[] } & (
  { kind: 'range'; atMost: number; atLeast: number } | { kind: 'another' }
);

/**
 * A need that is not met, and the shown cells that hold its sum where it is. An end that is met is the furthest value
 * seen, one that is not is the limit.
 */
export type Failure = Range & { need: Need; binding: readonly number[] };

/** Whether the values a sum was seen to have meet one end of a need. */
export function isEndMet(need: Need, seen: Range, sense: Sense): boolean {
  if (need.kind === 'another') return seen.least < seen.greatest;
  return sense === 'least' ? seen.least <= need.atMost : seen.greatest >= need.atLeast;
}

/** Whether they meet both. */
export function isMet(need: Need, seen: Range): boolean {
  return senses.every((sense) => isEndMet(need, seen, sense));
}

/** Whether limits that hold in fractions leave it open that a table in whole numbers meets the end. */
export function mayBeMet(need: Need, limits: Range, seen: Range, sense: Sense): boolean {
  return need.kind === 'another' ? limits[sense] !== seen[sense] : isEndMet(need, limits, sense);
}
