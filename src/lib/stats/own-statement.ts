/** The most rows that a statement of one's own is answered with. */
export const mostOwnRows = 500;

const words = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|;/g;

/** Why a statement of one's own is not asked: it is empty, or more than one, or does something else than read. */
export type OwnStatementProblem = 'empty' | 'several' | 'not_reading';

/**
 * A statement that someone wrote, as one that can only read: the engine takes it as a table of a query, which nothing but a
 * query can be. One row more than the most is asked for, so that it shows when there were more.
 */
export function ownStatement(text: string): { sql: string } | { problem: OwnStatementProblem } {
  const bare = text.trim().replace(/;\s*$/, '');
  const told = bare.replace(words, (found) =>
    found === ';' ? ';' : found.startsWith('-') || found.startsWith('/') ? ' ' : 'x'
  );
  if (told.trim() === '') return { problem: 'empty' };
  if (told.includes(';')) return { problem: 'several' };
  if (!/^\s*(select|with|from|values)\b/i.test(told)) return { problem: 'not_reading' };
  return { sql: `from (\n${bare}\n) as own limit ${mostOwnRows + 1}` };
}

/** A value of any column as text; null is nothing. */
export function ownValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object')
    return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
  return String(value as string | number | bigint | boolean);
}
