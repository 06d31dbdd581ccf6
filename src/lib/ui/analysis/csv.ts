import Papa from 'papaparse';
import { figureLines, type FileCell } from './figure-lines.ts';
import type { AnalysisInput } from './scene.ts';

const byteOrderMark = '\uFEFF';

/** What the page shows, one line a figure, for Norwegian Excel; a figure that is none is empty, with its reason as status. */
export function analysisCsv(input: AnalysisInput): string {
  const table = figureLines(input).map((line) => line.map(cellText));
  return `${byteOrderMark}${Papa.unparse(table, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function cellText(cell: FileCell): string {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '');
}
