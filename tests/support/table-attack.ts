/** A sum that the attacker knows. */
export type KnownSum = { rows: readonly string[]; value: number };

/** What the attacker has: the names of all rows, and everything that was published or that it knows of its own. */
export type Knowledge = { rows: readonly string[]; sums: readonly KnownSum[] };

const mostSteps = 2_000_000;

/**
 * Whether a table of whole numbers from 0 exists that has all known sums, and `value` in the rows asked about. Tries
 * values row by row, with no solver and no algebra; throws when it would take too long. For tiny tables only.
 */
export function mayBe({ rows, sums }: Knowledge, asked: readonly string[], value: number): boolean {
  const all = [...sums, { rows: asked, value }];
  const order = [...rows].sort((a, b) => sumsWith(all, b) - sumsWith(all, a));
  const place = new Map(order.map((row, index) => [row, index]));
  const left = all.map((sum) => sum.value);
  const members = order.map((row) => all.flatMap((sum, index) => (sum.rows.includes(row) ? [index] : [])));
  const last = all.map((sum) => Math.max(-1, ...sum.rows.map((row) => place.get(row) ?? -1)));
  if (all.some((sum, index) => sum.rows.length === 0 && left[index] !== 0)) return false;
  let steps = 0;

  function fill(row: number): boolean {
    if ((steps += 1) > mostSteps) throw new Error('too many tables to try');
    const own = members[row];
    if (!own) return true;
    if (own.length === 0) return fill(row + 1);
    const room = Math.min(...own.map((sum) => left[sum] ?? 0));
    const exact = own.filter((sum) => last[sum] === row).map((sum) => left[sum] ?? 0);
    const choices = exact.length > 0 ? exact.slice(0, 1) : Array.from({ length: room + 1 }, (_, index) => index);
    return choices.some((choice) => {
      if (choice > room || exact.some((need) => need !== choice)) return false;
      for (const sum of own) left[sum] = (left[sum] ?? 0) - choice;
      const isFilled = fill(row + 1);
      for (const sum of own) left[sum] = (left[sum] ?? 0) + choice;
      return isFilled;
    });
  }
  return fill(0);
}

function sumsWith(sums: readonly KnownSum[], row: string): number {
  return sums.filter((sum) => sum.rows.includes(row)).length;
}

/** The values from 0 to `most` that the rows asked about can have. */
export function possibleValues(knowledge: Knowledge, asked: readonly string[], most: number): number[] {
  return Array.from({ length: most + 1 }, (_, value) => value).filter((value) => mayBe(knowledge, asked, value));
}
