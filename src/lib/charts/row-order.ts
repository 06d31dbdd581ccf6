/** The orders rows may stand in, `given` as they came; there is none by the figure itself, for that would be a ranking. */
export type RowOrder = 'population' | 'name' | 'given';

const names = new Intl.Collator('nb');

/** Rows in the chosen order: most inhabitants first, by the alphabet, or as they came. */
export function inOrder<Row extends { name: string; population: number }>(
  rows: readonly Row[],
  order: RowOrder
): Row[] {
  if (order === 'given') return [...rows];
  const byName = (a: Row, b: Row) => names.compare(a.name, b.name);
  return [...rows].sort(order === 'name' ? byName : (a, b) => b.population - a.population || byName(a, b));
}
