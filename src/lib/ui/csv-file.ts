import Papa from 'papaparse';
const byteOrderMark = '\uFEFF';
/** What a spreadsheet would take for a formula; a figure below zero is none. */
const formula = /^(?!-\d+(?:,\d+)?$)'*[=+\-@\t\r]/;

/** Lines as a file for Norwegian Excel: UTF-8 with a byte order mark and semicolons; no cell is read as a formula. */
export function csvFile(lines: readonly (readonly string[])[]): string {
  const text = Papa.unparse(
    lines.map((line) => [...line]),
    { delimiter: ';', newline: '\r\n', escapeFormulae: formula }
  );
  return `${byteOrderMark}${text}\r\n`;
}

/** A number with a decimal comma and at most four decimals; nothing is empty. */
export function csvNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(Math.round(value * 10_000) / 10_000).replace('.', ',');
}
