import { csvFile, csvNumber } from '#lib/ui/csv-file.ts';
import { figureLines } from './figure-lines.ts';
import type { AnalysisInput } from './scene.ts';

/** What the page shows, one line a figure, for Norwegian Excel; a figure that is none is empty, with its reason as status. */
export function analysisCsv(input: AnalysisInput): string {
  return csvFile(
    figureLines(input).map((line) => line.map((cell) => (typeof cell === 'number' ? csvNumber(cell) : (cell ?? ''))))
  );
}
