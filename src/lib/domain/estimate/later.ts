import { observedIn, type EstimateBasis } from './basis.ts';
import type { EstimateRange } from './outcome.ts';
import type { RungName } from './ladder.ts';

/** The figures of an estimate as they were when it was signed. `silent` are numbers of municipalities. */
export type SignedFigures = {
  observed: number;
  reported: number;
  expected: number;
  populationReported: number;
  population: number;
  silent: readonly string[];
  rungs: readonly { name: RungName; value: number | null; low: number | null; high: number | null }[];
  range: EstimateRange | null;
};

/** `open`: some are silent still and the range may hold. */
export type Held = 'within' | 'above' | 'below' | 'open';

/** What came in after an estimate was signed: of so many that were silent so many have told, and what is counted now. */
export type Later = { silent: number; told: number; observed: number; held: Held };

/** Of those who were silent so many told the next round, and had so many cases in as many days. */
export type NextRound = { silent: number; told: number; cases: number };

/** Holds a signed estimate against what is known of the same round now. */
export function againstLater({ silent, range }: SignedFigures, now: EstimateBasis): Later {
  const stillSilent = new Set(now.silent.map(({ municipalityNo }) => municipalityNo));
  const told = silent.filter((municipalityNo) => !stillSilent.has(municipalityNo)).length;
  const observed = observedIn(now);
  const isWhole = now.silent.length === 0;
  return { silent: silent.length, told, observed, held: heldBy(range, observed, isWhole) };
}

/** What the silent of a signed estimate had in the round after it, by the lengths of the rounds; `counts` are by number. */
export function againstNext(
  { silent }: Pick<SignedFigures, 'silent'>,
  counts: ReadonlyMap<string, number>,
  { days, daysAfter }: { days: number; daysAfter: number }
): NextRound {
  const told = silent.flatMap((municipalityNo) => counts.get(municipalityNo) ?? []);
  const cases = told.reduce((sum, count) => sum + count, 0);
  return { silent: silent.length, told: told.length, cases: (cases * days) / daysAfter };
}

function heldBy(range: EstimateRange | null, observed: number, isWhole: boolean): Held {
  if (range === null) return 'open';
  if (observed > range.high) return 'above';
  if (!isWhole) return 'open';
  return observed < range.low ? 'below' : 'within';
}
