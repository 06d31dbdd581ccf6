import { readFileSync } from 'node:fs';

/** The first table under a heading of a document: one record a row, by the words at the top of each column. */
export function tableUnder(file: string, heading: string): Record<string, string>[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start < 0) throw new Error(`no heading "${heading}" in ${file}`);
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line));
  const part = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  const [header = [], , ...rows] = part.filter((line) => line.startsWith('|')).map(cellsOf);
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
