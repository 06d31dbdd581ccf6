import type { z } from 'zod';
import { splitRows } from './delimited-text.ts';

type Line = { number: number; fields: string[] };

/**
 * Rows of a comma-separated file with a header; every column of the schema must be there, and no other.
 * A broken row throws an Error naming file, line (as an editor counts), column and value.
 */
export function parseReferenceTable<Schema extends z.ZodObject>(
  file: string,
  text: string,
  rowSchema: Schema
): z.output<Schema>[] {
  const [header, ...lines] = readLines(file, text);
  const columns = header?.fields ?? [];
  checkHeader(file, columns, Object.keys(rowSchema.shape));
  return lines.map((line) => {
    checkFieldCount(file, line, columns);
    return parseRow(file, line, columns, rowSchema);
  });
}

function readLines(file: string, text: string): Line[] {
  const { rows, brokenAt } = splitRows(text.replace(/^\uFEFF/, ''), ',');
  if (brokenAt !== null) throw new Error(`${file}, linje ${brokenAt}: feil i anførselstegn`);
  const lines = rows.map(({ line, cells }) => ({ number: line, fields: cells }));
  const last = lines.at(-1);
  return last && isBlank(last) ? lines.slice(0, -1) : lines;
}

function isBlank(line: Line): boolean {
  return line.fields.length === 1 && line.fields[0] === '';
}

function checkHeader(file: string, columns: string[], expected: string[]): void {
  const fail = (column: string, problem: string) => {
    throw new Error(`${file}, linje 1, kolonne ${column}: ${problem}`);
  };
  for (const column of expected) if (!columns.includes(column)) fail(column, 'mangler');
  for (const column of columns) if (!expected.includes(column)) fail(column, 'ukjent kolonne');
  columns.forEach((column, index) => {
    if (columns.indexOf(column) !== index) fail(column, 'står to ganger');
  });
}

function checkFieldCount(file: string, line: Line, columns: string[]): void {
  const { number, fields } = line;
  if (fields.length === columns.length) return;
  const counts = `${fields.length} felt, ventet ${columns.length}`;
  const place = columns[fields.length] ?? `${columns.length + 1}`;
  const extra = fields[columns.length];
  const value = extra === undefined ? '' : ` ("${extra}")`;
  throw new Error(`${file}, linje ${number}, kolonne ${place}: ${counts}${value}`);
}

function parseRow<Schema extends z.ZodObject>(
  file: string,
  line: Line,
  columns: string[],
  rowSchema: Schema
): z.output<Schema> {
  const row = Object.fromEntries(columns.map((column, index) => [column, line.fields[index]]));
  const parsed = rowSchema.safeParse(row);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const column = String(issue?.path[0] ?? columns[0]);
  throw new Error(`${file}, linje ${line.number}, kolonne ${column}: ${issue?.message} ("${row[column]}")`);
}
