import { csvFile, csvNumber } from '#lib/ui/csv-file.ts';

/** A cell of a file: a figure with at most four decimals, words, or null for none. */
export type FileCell = string | number | null;

/** A figure as files have it; nothing is null. */
export function fileNumber(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;
}

/** Lines for Norwegian Excel; a figure that is none is empty. */
export function csvOfLines(lines: readonly (readonly FileCell[])[]): string {
  return csvFile(lines.map((line) => line.map((cell) => (typeof cell === 'number' ? csvNumber(cell) : (cell ?? '')))));
}

/** How wide each column is in characters, for what stands under its heading. */
export function widthsOf([heading = [], ...lines]: readonly (readonly FileCell[])[]): number[] {
  return heading.map((_, index) => {
    const longest = Math.max(0, ...lines.map((line) => String(line[index] ?? '').length));
    return Math.min(Math.max(longest + 2, 11), 44);
  });
}
