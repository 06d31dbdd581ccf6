import type { Cell, Table } from './table.ts';

const mark = ':besides:';

/** The key of what a figure leaves of a larger one (P2). */
export function besidesKey(part: string, whole: string): string {
  return `${whole}${mark}${part}`;
}

/** Whether a key is of such a rest. */
export function isBesides(key: string): boolean {
  return key.includes(mark);
}

/**
 * The table with what each share leaves over: its denominator without its numerator, for nobody to see (P2). Whoever has
 * a share has that too.
 */
export function withBesides(table: Table): Table {
  const byKey = new Map(table.cells.map((cell) => [cell.key, cell]));
  const rests = (table.derived ?? []).flatMap(({ of }) => {
    const cells = of.map((key) => byKey.get(key) ?? unknownCell(key));
    return cells.flatMap((part) => cells.flatMap((whole) => restOf(part, whole) ?? []));
  });
  const byRest = new Map(rests.map((rest) => [rest.key, rest]));
  return { ...table, cells: [...table.cells, ...byRest.values()] };
}

function restOf(part: Cell, whole: Cell): Cell | null {
  const own = new Set(part.rows);
  const rest = whole.rows.filter((row) => !own.has(row));
  const isPart = whole.rows.length - rest.length === own.size && rest.length > 0;
  return isPart ? { ...whole, key: besidesKey(part.key, whole.key), rows: rest, isWithheld: true } : null;
}

function unknownCell(key: string): never {
  throw new Error(`unknown cell: ${key}`);
}
