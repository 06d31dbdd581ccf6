import { areProportional, eliminationOf, type Elimination } from './elimination.ts';
import type { Model } from './model.ts';
import type { Policy } from './table.ts';

/** What is to be hidden in any case, and what is public already and can never be. Both by the index of the cell. */
export type Given = { hidden: ReadonlySet<number>; open: ReadonlySet<number> };

/**
 * `hidden`: everything that must be hidden so that no hidden cell is a sum of shown ones. `independent`: shown cells
 * that all shown ones follow from. `exposed`: those to be hidden that follow from what is public already.
 */
export type Pattern = { hidden: ReadonlySet<number>; independent: readonly number[]; exposed: readonly number[] };

type State = {
  model: Model;
  elimination: Elimination;
  given: Given;
  singletons: ReadonlySet<number>;
  differences: Set<string>;
};

/**
 * Shows cell after cell in a fixed order, and hides the one that would give a hidden one away: its sum, less what is
 * shown, is a multiple of that of a hidden cell. Exact, and the same for the same table.
 */
export function secondaryOf(model: Model, given: Given, policy: Policy): Pattern {
  const state: State = {
    model,
    elimination: eliminationOf(model.cells.map(({ columns }) => columns)),
    given,
    singletons: singletonsOf(model, policy),
    differences: new Set()
  };
  const hidden = new Set(given.hidden);
  const independent: number[] = [];
  const exposed: number[] = [];
  for (const cell of candidatesOf(model, given, policy)) {
    const vector = state.elimination.vector(cell);
    if (vector.size === 0) continue;
    if (!given.open.has(cell) && givesAway(state, vector)) {
      hidden.add(cell);
      state.elimination.forget(cell);
    } else {
      independent.push(cell);
      const solved = state.elimination.takeOut(cell, pivotOf(state, vector));
      exposed.push(...solved.filter((one) => given.hidden.has(one) && !given.open.has(one)));
    }
  }
  return { hidden, independent, exposed };
}

/** What is public already, then zeros that are always shown, then the largest; of equals the one in the fullest rows. */
function candidatesOf(model: Model, { hidden, open }: Given, { zeros }: Policy): number[] {
  const fullness = fullnessOf(model);
  const rank = model.cells.map(({ value }, index) => {
    const size = value + 1 + 0.99 * (fullness[index] ?? 0);
    if (open.has(index)) return 2e9 + size;
    return value === 0 && zeros === 'open' ? 1e9 + size : size;
  });
  const candidates = model.cells.map((_, index) => index).filter((index) => !hidden.has(index) || open.has(index));
  return candidates.sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0) || a - b);
}

/** Of each cell: how much stands in the cells that share its columns, from 0 to 1. */
function fullnessOf({ columns, cells }: Model): number[] {
  const inColumn = columns.map(() => 0);
  for (const cell of cells) {
    for (const column of cell.columns) inColumn[column] = (inColumn[column] ?? 0) + cell.value + 1;
  }
  const sums = cells.map((cell) => cell.columns.reduce((sum, column) => sum + (inColumn[column] ?? 0), 0));
  const most = Math.max(1, ...sums);
  return sums.map((sum) => sum / most);
}

/**
 * Columns of which non-negativity tells more than sums do: hidden ones that are 0, or, where zeros are shown, 1. Hidden
 * cells known to sum to 0 are each 0.
 */
function singletonsOf({ columns }: Model, { zeros }: Policy): Set<number> {
  const telling = zeros === 'hidden' ? 0 : 1;
  return new Set(columns.flatMap(({ value }, index) => (value === telling ? [index] : [])));
}

function givesAway(state: State, vector: ReadonlyMap<number, number>): boolean {
  return isMultipleOfHidden(state, vector) || tellsSingletons(state, vector);
}

/** A difference between singletons alone tells nothing yet; a second one in the same columns may. */
function tellsSingletons({ singletons, differences }: State, vector: ReadonlyMap<number, number>): boolean {
  for (const column of vector.keys()) if (!singletons.has(column)) return false;
  const factors = [...vector.values()];
  const isDifference = factors.some((factor) => factor > 0) && factors.some((factor) => factor < 0);
  const place = [...vector.keys()].sort((a, b) => a - b).join();
  if (!isDifference || differences.has(place)) return true;
  differences.add(place);
  return false;
}

function isMultipleOfHidden({ elimination, given }: State, vector: ReadonlyMap<number, number>): boolean {
  let rarest: ReadonlySet<number> | null = null;
  for (const column of vector.keys()) {
    const holders = elimination.holders(column);
    if (!rarest || holders.size < rarest.size) rarest = holders;
  }
  for (const other of rarest ?? []) {
    const isGuarded = given.hidden.has(other) && !given.open.has(other);
    if (isGuarded && areProportional(vector, elimination.vector(other))) return true;
  }
  return false;
}

function pivotOf({ singletons, elimination }: State, vector: ReadonlyMap<number, number>): number {
  let [best, cost] = [-1, Infinity];
  for (const column of vector.keys()) {
    const price = elimination.holders(column).size + (singletons.has(column) ? 1e9 : 0);
    if (price < cost || (price === cost && column < best)) [best, cost] = [column, price];
  }
  return best;
}
