type ColumnType = 'varchar' | 'double';

/** A column of a table of both engines, and the field of a row that fills it. */
export type Column<Row> = { key: keyof Row & string; name: string; type: ColumnType };

/** A table of both engines with its rows. */
export type EngineTable = {
  name: string;
  columns: readonly { key: string; name: string; type: ColumnType }[];
  rows: readonly Readonly<Record<string, unknown>>[];
};

/** The statement that makes the empty table. */
export function createTable({ name, columns }: Pick<EngineTable, 'name' | 'columns'>): string {
  return `create temp table ${name} (${columns.map((column) => `${column.name} ${column.type}`).join(', ')})`;
}
