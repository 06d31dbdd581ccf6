import Papa from 'papaparse';

const byteOrderMark = '\uFEFF';
/** What a spreadsheet would take for a formula; a figure below zero is none. */
const formula = /^(?!-\d+(?:[.,]\d+)?$)'*[=+\-@\t\r]/;

/** How lines are written: for Norwegian Excel with semicolons and a byte order mark, plain with commas and without. */
export type DelimitedForm = 'norwegian_excel' | 'plain';

/** Lines as a text of UTF-8; no cell is read as a formula. */
export function delimitedFile(lines: readonly (readonly string[])[], form: DelimitedForm): string {
  const text = Papa.unparse(
    lines.map((line) => [...line]),
    { delimiter: form === 'plain' ? ',' : ';', newline: '\r\n', escapeFormulae: formula }
  );
  return `${form === 'plain' ? '' : byteOrderMark}${text}\r\n`;
}
