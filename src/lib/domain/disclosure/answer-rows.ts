import type { Row } from './table.ts';

/** A way to split the cases: by age, by whether they were handled. */
export type Dimension = { key: string; categories: readonly string[] };

/**
 * The counts of one answer. `release` names the round and the version; `contributor` who gave it (a host for those it
 * answers for). `split` has the counts of each dimension that was answered, in the order of its categories.
 */
export type AnsweredCounts = {
  release: string;
  contributor: string;
  municipalityNo: string;
  total: number;
  split: ReadonlyMap<string, readonly number[]>;
};

/** A row with its place. A dimension that was not answered has no category. */
export type AnswerRow = Row & { municipalityNo: string; categories: ReadonlyMap<string, string> };

/**
 * The rows behind one answer that tells only margins: every combination of categories, filled so that the margins hold.
 * Which combination a case stands in nobody told; a reader may think of any. The cases lie in a line, and each
 * dimension cuts the line into its categories. Throws when the parts do not sum to the total.
 */
export function answerRows(answer: AnsweredCounts, dimensions: readonly Dimension[]): AnswerRow[] {
  let pieces: Piece[] = [{ from: 0, to: answer.total, categories: new Map() }];
  for (const dimension of dimensions) {
    const counts = answer.split.get(dimension.key);
    if (counts) pieces = cut(pieces, dimension, checked(counts, answer, dimension));
  }
  return pieces.map(({ from, to, categories }) => ({
    key: [answer.release, answer.municipalityNo, ...dimensions.map(({ key }) => categories.get(key) ?? '*')].join('/'),
    contributor: answer.contributor,
    municipalityNo: answer.municipalityNo,
    value: Math.max(0, to - from),
    categories
  }));
}

type Piece = { from: number; to: number; categories: ReadonlyMap<string, string> };

function cut(pieces: readonly Piece[], { key, categories }: Dimension, counts: readonly number[]): Piece[] {
  const ends = counts.map((_, index) => counts.slice(0, index + 1).reduce((sum, count) => sum + count, 0));
  return pieces.flatMap((piece) =>
    categories.map((category, index) => ({
      from: Math.max(piece.from, index === 0 ? 0 : (ends[index - 1] ?? 0)),
      to: Math.min(piece.to, ends[index] ?? 0),
      categories: new Map([...piece.categories, [key, category]])
    }))
  );
}

function checked(counts: readonly number[], { municipalityNo, total }: AnsweredCounts, dimension: Dimension) {
  const sum = counts.reduce((all, count) => all + count, 0);
  if (counts.length !== dimension.categories.length || sum !== total) {
    throw new Error(`parts are not the whole: ${municipalityNo} ${dimension.key} ${counts.join()} of ${total}`);
  }
  return counts;
}
