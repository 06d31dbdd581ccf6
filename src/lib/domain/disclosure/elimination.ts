/** A sum of columns with whole-number factors; columns with factor 0 are left out. */
type Vector = Map<number, number>;

/** Beyond this, products of two factors are no longer exact. */
const largestExact = 2 ** 50;

/** Vectors reduced modulo the span of those that have been taken out. */
export type Elimination = {
  vector: (index: number) => ReadonlyMap<number, number>;
  /** Which vectors a column occurs in. */
  holders: (column: number) => ReadonlySet<number>;
  /** Takes a vector out and clears its column `pivot` from all others. Gives those that are now in the span. */
  takeOut: (index: number, pivot: number) => number[];
  /** Forgets a vector: it no longer needs to be kept reduced. */
  forget: (index: number) => void;
};

/** Exact elimination in whole numbers over the given sums of columns. Throws when a factor grows beyond exactness. */
export function eliminationOf(sums: readonly (readonly number[])[]): Elimination {
  const vectors: Vector[] = sums.map((columns) => new Map(columns.map((column) => [column, 1])));
  const holders = new Map<number, Set<number>>();
  vectors.forEach((vector, index) => {
    for (const column of vector.keys()) holdersOf(holders, column).add(index);
  });
  const vectorAt = (index: number) => vectors[index] ?? new Map<number, number>();
  const forget = (index: number) => {
    for (const column of vectorAt(index).keys()) holdersOf(holders, column).delete(index);
    vectors[index] = new Map();
  };
  const takeOut = (index: number, pivot: number) => {
    const taken = vectorAt(index);
    forget(index);
    const others = [...holdersOf(holders, pivot)];
    for (const other of others) clear(vectorAt(other), taken, { pivot, index: other, holders });
    return others.filter((other) => vectorAt(other).size === 0);
  };
  return { vector: vectorAt, holders: (column) => holdersOf(holders, column), takeOut, forget };
}

function holdersOf(holders: Map<number, Set<number>>, column: number): Set<number> {
  const known = holders.get(column) ?? new Set<number>();
  holders.set(column, known);
  return known;
}

type Place = { pivot: number; index: number; holders: Map<number, Set<number>> };

/** vector := (a/g) vector - (b/g) taken, so that its pivot becomes 0, divided by what all of its factors share. */
function clear(vector: Vector, taken: Vector, { pivot, index, holders }: Place): void {
  const a = taken.get(pivot) ?? 0;
  const b = vector.get(pivot) ?? 0;
  const shared = greatestDivisor(a, b);
  const [times, less] = [a / shared, b / shared];
  if (times !== 1) for (const [column, factor] of vector) vector.set(column, exact(factor * times));
  for (const [column, factor] of taken) {
    const next = exact((vector.get(column) ?? 0) - less * factor);
    if (next === 0) {
      vector.delete(column);
      holdersOf(holders, column).delete(index);
    } else {
      vector.set(column, next);
      holdersOf(holders, column).add(index);
    }
  }
  shorten(vector);
}

function shorten(vector: Vector): void {
  let shared = 0;
  for (const factor of vector.values()) {
    shared = greatestDivisor(shared, factor);
    if (shared === 1) return;
  }
  if (shared > 1) for (const [column, factor] of vector) vector.set(column, factor / shared);
}

function exact(value: number): number {
  if (Math.abs(value) > largestExact) throw new Error(`factor too large to be exact: ${value}`);
  return value;
}

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** Whether one vector is a multiple of another. */
export function areProportional(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): boolean {
  if (one.size !== other.size) return false;
  let [a, b] = [0, 0];
  for (const [column, factor] of one) {
    const against = other.get(column);
    if (against === undefined) return false;
    if (a === 0) [a, b] = [factor, against];
    else if (BigInt(factor) * BigInt(b) !== BigInt(against) * BigInt(a)) return false;
  }
  return true;
}
