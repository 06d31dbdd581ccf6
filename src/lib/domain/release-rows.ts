import { answerRows, type AnswerRow, type Dimension } from './disclosure/answer-rows.ts';
import type { Entry } from './figure.ts';
import { countIndicators } from './indicator.ts';

/** The count that all others are held against. */
export const wholeIndicator = 'cases_received';
/** The counts that are a part of it. */
export const partIndicators = countIndicators.filter(({ denominator }) => denominator === wholeIndicator);

/** One dimension for each part: in it, and not. */
const partDimensions: readonly Dimension[] = partIndicators.map(({ id }) => ({
  key: id,
  categories: [id, `not_${id}`]
}));

/**
 * A row behind the figures of a release. `isBeyond`: it is in a part and not in the whole, as cases that were received
 * before the period and handled within it, or the cases of a municipality that does not know how many it received.
 */
export type ReleaseRow = AnswerRow & { isBeyond: boolean };

/**
 * The rows of everyone who gave counts. A host's figures for another are its own knowledge. The key of a row holds what
 * was answered: an answer that was changed has other rows.
 */
export function releaseRows(roundId: string, entries: readonly Entry[]): ReleaseRow[] {
  return entries.flatMap((entry) => rowsOf(roundId, entry));
}

/** A count as it was answered; null when it was not. */
export function countIn({ answers }: Entry, indicator: string): number | null {
  const value = answers?.[indicator]?.value;
  return typeof value === 'number' ? value : null;
}

function rowsOf(roundId: string, entry: Entry): ReleaseRow[] {
  const { municipalityNo } = entry;
  const contributor = entry.standsIn?.host ?? municipalityNo;
  const total = countIn(entry, wholeIndicator);
  const parts = partIndicators.map(({ id }) => ({ id, count: countIn(entry, id) }));
  const said = [total, ...parts.map(({ count }) => count)].map((count) => count ?? '-').join('.');
  const release = [roundId, contributor, said].join('/');
  const split = new Map(
    parts.flatMap(({ id, count }) => {
      const within = Math.min(count ?? 0, total ?? 0);
      return count === null ? [] : [[id, [within, (total ?? 0) - within]] as const];
    })
  );
  const rows = total === null ? [] : answerRows({ release, contributor, municipalityNo, total, split }, partDimensions);
  const beyond = parts.flatMap(({ id, count }): ReleaseRow[] => {
    const value = (count ?? 0) - (total ?? 0);
    if (count === null || (total !== null && value <= 0)) return [];
    const key = [release, municipalityNo, `beyond_${id}`].join('/');
    return [{ key, contributor, municipalityNo, value, categories: new Map([[id, id]]), isBeyond: true }];
  });
  return [...rows.map((row) => ({ ...row, isBeyond: false })), ...beyond];
}
