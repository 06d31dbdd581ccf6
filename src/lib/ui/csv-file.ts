import { delimitedFile } from '#lib/domain/delimited-file.ts';

/** Lines as a file for Norwegian Excel: UTF-8 with a byte order mark and semicolons; no cell is read as a formula. */
export function csvFile(lines: readonly (readonly string[])[]): string {
  return delimitedFile(lines, 'norwegian_excel');
}

/** A number with a decimal comma and at most four decimals; nothing is empty. */
export function csvNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(Math.round(value * 10_000) / 10_000).replace('.', ',');
}
