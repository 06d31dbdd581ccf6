import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areProportional, eliminationOf } from '#lib/domain/disclosure/elimination.ts';

const prime = 1_000_003n;

/** The rank of 0/1 vectors, counted modulo a prime: another way than the one under test. */
function rankOf(vectors: readonly (readonly number[])[], columns: number): number {
  const rows = vectors.map((own) =>
    Array.from({ length: columns }, (_, column) => BigInt(own.includes(column) ? 1 : 0))
  );
  let rank = 0;
  for (let column = 0; column < columns; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] ?? [], rows[rank] ?? []];
    for (const [index, row] of rows.entries()) {
      if (index <= rank || row[column] === 0n) continue;
      const [a, b] = [rows[rank]?.[column] ?? 0n, row[column] ?? 0n];
      rows[index] = row.map((value, at) => (((a * value - b * (rows[rank]?.[at] ?? 0n)) % prime) + prime) % prime);
    }
    rank += 1;
  }
  return rank;
}

describe('elimination', () => {
  const sums = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), {
    minLength: 2,
    maxLength: 8
  });

  it('leaves nothing of a sum exactly when it follows from those taken out', () => {
    fc.assert(
      fc.property(sums, (vectors) => {
        const elimination = eliminationOf(vectors);
        const taken: number[][] = [];
        for (const [index, own] of vectors.slice(0, -1).entries()) {
          const [pivot] = elimination.vector(index).keys();
          if (pivot !== undefined) elimination.takeOut(index, pivot);
          taken.push(own);
        }
        const last = vectors.at(-1) ?? [];
        const follows = rankOf([...taken, last], 6) === rankOf(taken, 6);
        expect(elimination.vector(vectors.length - 1).size === 0).toBe(follows);
      }),
      { seed: 20_240_904, numRuns: 300 }
    );
  });

  it('knows multiples, with their signs', () => {
    const vector = (...factors: number[]) => new Map(factors.map((factor, column) => [column, factor]));
    expect(areProportional(vector(2, -4), vector(-3, 6))).toBe(true);
    expect(areProportional(vector(2, -4), vector(3, 6))).toBe(false);
    expect(areProportional(vector(2), vector(2, 1))).toBe(false);
  });
});
