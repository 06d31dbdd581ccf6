/** What each field of a statement's rows must be, in both engines; `?` may be null. */
export type RowShape<Row> = { [Key in keyof Row]: 'text' | 'text?' | 'number' | 'number?' };

/**
 * The rows an engine gave, once each field is what the statement promises; throws naming the field and what it was. An
 * engine that gives whole numbers as bigint, or leaves a column out, is found here and not in a chart.
 */
export function checkedRows<Row>(rows: readonly unknown[], shape: RowShape<Row>): Row[] {
  const fields = Object.entries(shape) as [string, RowShape<Row>[keyof Row]][];
  for (const row of rows as Record<string, unknown>[]) {
    for (const [field, kind] of fields) {
      if (!isOfKind(row[field], kind)) throw new Error(`not ${kind} in ${field}: ${typeof row[field]} ${row[field]}`);
    }
  }
  return rows as Row[];
}

function isOfKind(value: unknown, kind: string): boolean {
  if (value === null) return kind.endsWith('?');
  return kind.startsWith('text') ? typeof value === 'string' : typeof value === 'number' && Number.isFinite(value);
}
