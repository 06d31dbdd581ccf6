import type { Table } from '#lib/domain/disclosure/table.ts';

/** A table with the keys of its cells that everybody has. */
export type PublishedTable = { table: Table; shown: readonly string[] };
/** A small sum that somebody can work out exactly; `by` is null for everybody. */
export type Found = { key: string; value: number; by: string | null };

/** Big enough a prime for whole numbers to behave as fractions do, small enough for exact products. */
const prime = 67_108_859;
const most = 4;

type Sums = ReadonlySet<number>[];

/**
 * What can be worked out by adding and subtracting everything that was ever published, and by everybody who answered with
 * what they know of their own: elimination modulo a prime, which shares no code with the engine. What inequalities tell
 * besides is for `mayBe`, which tries every table of a small one.
 */
export function unionFailures(published: readonly PublishedTable[]): Found[] {
  const rows = new Map<string, { index: number; value: number; by: string }>();
  for (const { table } of published) {
    for (const { key, value, contributor } of table.rows) {
      if (!rows.has(key)) rows.set(key, { index: rows.size, value, by: contributor });
    }
  }
  const setOf = (keys: readonly string[]) => new Set(keys.map((key) => rows.get(key)?.index ?? -1));
  const known: Sums = [];
  const small = new Map<string, { key: string; members: ReadonlySet<number>; value: number }>();
  const openly = new Set<string>();
  for (const { table, shown } of published) {
    for (const { key, rows: keys } of table.cells) {
      const members = setOf(keys);
      const value = keys.reduce((sum, row) => sum + (rows.get(row)?.value ?? 0), 0);
      const name = [...members].sort((a, b) => a - b).join();
      if (shown.includes(key)) {
        known.push(members);
        openly.add(name);
      } else if (value <= most) small.set(name, { key, members, value });
    }
  }
  const asked = [...small].filter(([name]) => !openly.has(name)).map(([, one]) => one);
  const values = [...rows.values()].sort((a, b) => a.index - b.index);
  const insiders = [...new Set(values.map(({ by }) => by))];
  return [null, ...insiders].flatMap((by) => {
    const own = values.flatMap(({ index, by: giver }) => (giver === by ? [index] : []));
    const basis = basisOf([...known, ...own.map((index) => new Set([index]))]);
    const isOwn = (members: ReadonlySet<number>) => [...members].every((index) => own.includes(index));
    return asked
      .filter(({ members }) => !isOwn(members) && isInSpan(basis, members))
      .map(({ key, value }) => ({ key, value, by }));
  });
}

type Basis = Map<number, Map<number, number>>;

function basisOf(sums: Sums): Basis {
  const basis: Basis = new Map();
  for (const sum of sums) {
    const rest = reduced(basis, sum);
    const [pivot] = rest.keys();
    if (pivot === undefined) continue;
    const scale = inverse(rest.get(pivot) ?? 1);
    basis.set(pivot, new Map([...rest].map(([index, factor]) => [index, times(factor, scale)])));
  }
  return basis;
}

function isInSpan(basis: Basis, members: ReadonlySet<number>): boolean {
  return reduced(basis, members).size === 0;
}

function reduced(basis: Basis, members: ReadonlySet<number>): Map<number, number> {
  const rest = new Map([...members].map((index) => [index, 1]));
  for (;;) {
    const pivot = [...rest.keys()].find((index) => basis.has(index));
    if (pivot === undefined) return rest;
    const factor = rest.get(pivot) ?? 0;
    for (const [index, own] of basis.get(pivot) ?? []) {
      const next = ((rest.get(index) ?? 0) - times(factor, own) + prime) % prime;
      if (next === 0) rest.delete(index);
      else rest.set(index, next);
    }
  }
}

function times(a: number, b: number): number {
  return Number((BigInt(a) * BigInt(b)) % BigInt(prime));
}

function inverse(value: number): number {
  let [result, base, power] = [1, value, prime - 2];
  while (power > 0) {
    if (power % 2 === 1) result = times(result, base);
    base = times(base, base);
    power = Math.floor(power / 2);
  }
  return result;
}
