import type { Cell, Row, Table } from './table.ts';

/** Rows that stand in the same cells: no reader can tell them apart. `parts` is what each contributor knows of it. */
export type Column = { value: number; parts: ReadonlyMap<string, number> };

/** Cells with the same rows are one: what is said of one is said of all. Columns ascend. */
export type ModelCell = {
  keys: readonly string[];
  columns: readonly number[];
  value: number;
  weight: number;
  isAggregate: boolean;
  isWithheld: boolean;
};

export type Model = { columns: readonly Column[]; cells: readonly ModelCell[] };

type Merged = { keys: string[]; rows: readonly Row[] } & Pick<ModelCell, 'isAggregate' | 'isWithheld' | 'weight'>;

/** The table as sums of columns. Throws on a cell that nobody answered for: that is a gap, not a figure. */
export function modelOf({ rows, cells }: Table): Model {
  const merged = mergedCells(cells, rowsByKey(rows));
  const signatures = new Map<Row, number[]>();
  merged.forEach((cell, index) => {
    for (const row of cell.rows) signatures.set(row, [...(signatures.get(row) ?? []), index]);
  });
  const { columns, columnOf } = columnsOf(signatures);
  return { columns, cells: merged.map((cell) => modelCell(cell, columns, columnOf)) };
}

function rowsByKey(rows: readonly Row[]): Map<string, Row> {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    if (!Number.isSafeInteger(row.value) || row.value < 0) throw new Error(`not a count: ${row.key} ${row.value}`);
    if (byKey.has(row.key)) throw new Error(`row given twice: ${row.key}`);
    byKey.set(row.key, row);
  }
  return byKey;
}

function mergedCells(cells: readonly Cell[], byKey: ReadonlyMap<string, Row>): Merged[] {
  const bySet = new Map<string, Merged>();
  for (const { key, rows: keys, weight, isAggregate, isWithheld = false } of cells) {
    if (keys.length === 0) throw new Error(`cell without rows: ${key}`);
    const sorted = [...new Set(keys)].sort();
    const known = bySet.get(sorted.join('\n'));
    if (known) {
      known.keys.push(key);
      known.weight = Math.max(known.weight, weight);
      known.isAggregate ||= isAggregate;
      known.isWithheld &&= isWithheld;
    } else {
      const rows = sorted.map((rowKey) => byKey.get(rowKey) ?? unknownRow(rowKey, key));
      bySet.set(sorted.join('\n'), { keys: [key], rows, weight, isAggregate, isWithheld });
    }
  }
  return [...bySet.values()];
}

function unknownRow(row: string, cell: string): never {
  throw new Error(`unknown row: ${row} in ${cell}`);
}

function columnsOf(signatures: ReadonlyMap<Row, readonly number[]>) {
  const bySignature = new Map<string, { index: number; value: number; parts: Map<string, number> }>();
  const columnOf = new Map<Row, number>();
  for (const [row, cells] of signatures) {
    const signature = cells.join();
    const column = bySignature.get(signature) ?? { index: bySignature.size, value: 0, parts: new Map() };
    bySignature.set(signature, column);
    column.value += row.value;
    column.parts.set(row.contributor, (column.parts.get(row.contributor) ?? 0) + row.value);
    columnOf.set(row, column.index);
  }
  return { columns: [...bySignature.values()] as readonly Column[], columnOf };
}

function modelCell({ rows, ...merged }: Merged, all: readonly Column[], columnOf: Map<Row, number>): ModelCell {
  const columns = [...new Set(rows.flatMap((row) => columnOf.get(row) ?? []))].sort((a, b) => a - b);
  return { ...merged, columns, value: valueOf(all, columns) };
}

/** The sum of some columns. */
export function valueOf(columns: readonly Column[], some: readonly number[]): number {
  return some.reduce((sum, column) => sum + (columns[column]?.value ?? 0), 0);
}

/** What each contributor has in a cell. */
export function partsOf({ columns }: Model, cell: ModelCell): Map<string, number> {
  const parts = new Map<string, number>();
  for (const column of cell.columns) {
    for (const [contributor, part] of columns[column]?.parts ?? []) {
      parts.set(contributor, (parts.get(contributor) ?? 0) + part);
    }
  }
  return parts;
}
