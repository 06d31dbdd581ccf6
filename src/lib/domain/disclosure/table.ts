/**
 * A count that stands behind the figures: one combination of categories in one answer. `key` names it in every release;
 * `contributor` is who gave the answer, and knows it.
 */
export type Row = { key: string; contributor: string; value: number };

/**
 * A figure that may be shown: the sum of its rows, by their keys. `weight` is what hiding it costs a reader.
 * `isAggregate`: of an area with several municipalities, whether or not they answered. `isWithheld`: never shown, but
 * where it is small nobody may work it out either.
 */
export type Cell = {
  key: string;
  rows: readonly string[];
  weight: number;
  isAggregate: boolean;
  isWithheld?: boolean;
};

/** A share or another figure made from cells. Who has it and all but one of its cells has the last. */
type Derived = { key: string; of: readonly string[] };

/** Everything of one release: of linked tables, too, whose cells are sums of the same rows. */
export type Table = { rows: readonly Row[]; cells: readonly Cell[]; derived?: readonly Derived[] };

/** Why a figure is hidden: a key of the sentence that tells an adviser. The public sees no difference. */
export type Reason = 'few_cases' | 'few_besides' | 'one_dominates' | 'few_behind' | 'hidden_before' | 'protects_others';

/**
 * What is small, in cases and in answers. `zeros` is whether 0 counts as small (`hidden`) or is always shown (`open`):
 * then a reader knows that everything hidden is at least 1.
 */
export type Policy = { most: number; zeros: 'hidden' | 'open'; fewestContributors: number };

/** Fewer than five cases, and fewer than three answers behind a sum. */
export const publicPolicy: Policy = { most: 4, zeros: 'hidden', fewestContributors: 3 };
