/** A cell of the table, from 0. */
export type Place = { row: number; column: number };
type Size = { rows: number; columns: number; page: number };

/** The cell a key leads to, within the table; null for a key that moves nowhere. `page` is rows of a page up or down. */
export function nextCell(
  { row, column }: Place,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, columns, page }: Size
): Place | null {
  const last = { row: rows - 1, column: columns - 1 };
  const moves: Record<string, Place> = {
    ArrowUp: { row: ctrlKey ? 0 : row - 1, column },
    ArrowDown: { row: ctrlKey ? last.row : row + 1, column },
    ArrowLeft: { row, column: ctrlKey ? 0 : column - 1 },
    ArrowRight: { row, column: ctrlKey ? last.column : column + 1 },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? last.row : row, column: last.column },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column }
  };
  const wanted = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (!wanted) return null;
  return {
    row: Math.min(Math.max(wanted.row, 0), last.row),
    column: Math.min(Math.max(wanted.column, 0), last.column)
  };
}
