import type { Table } from './table.ts';

/** What was published once: its table, and the keys of the cells that were shown. The rest was hidden. */
export type Release = { id: string; table: Table; shown: readonly string[] };

/** A new table with all that came before it, as one. `open`: keys that are public for good. */
export type Joint = { table: Table; open: ReadonlySet<string>; hiddenBefore: ReadonlySet<string> };

/**
 * The new table and every earlier one over the same rows: a reader holds them side by side. An earlier cell is
 * `release/key`. An answer that has changed since has rows with other keys. Throws when a row with the same key has not
 * the same content: then it is not the row that was published. What was in no release to be shown was not hidden by it, and
 * is protected on.
 */
export function jointTable(table: Table, ledger: readonly Release[]): Joint {
  const rows = new Map(table.rows.map((row) => [row.key, row]));
  const cells = [...table.cells];
  const [open, hiddenBefore] = [new Set<string>(), new Set<string>()];
  for (const release of ledger) {
    for (const row of release.table.rows) {
      const known = rows.get(row.key) ?? row;
      if (known.value !== row.value || known.contributor !== row.contributor) {
        throw new Error(`row is not what was published in ${release.id}: ${row.key}`);
      }
      rows.set(row.key, row);
    }
    const shown = new Set(release.shown);
    for (const cell of release.table.cells) {
      const key = `${release.id}/${cell.key}`;
      cells.push({ ...cell, key });
      if (!cell.isWithheld) (shown.has(cell.key) ? open : hiddenBefore).add(key);
    }
  }
  return { table: { rows: [...rows.values()], cells }, open, hiddenBefore };
}
