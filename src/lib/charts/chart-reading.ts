import type { Absence } from './absence.ts';

/** The table behind a chart, numbers formatted; the same rows, an absence in words. */
type ChartTable = { caption: string; columns: string[]; rows: { header: string; cells: string[] }[] };

/**
 * What a chart says in words: the finding (title), how many of all it rests on (base), what the picture shows for those who
 * do not see it (description), what must be known before it is believed (caution, or null), and the table behind.
 */
export type ChartReading = {
  title: string;
  base: string;
  description: string;
  caution: string | null;
  table: ChartTable;
};

/** The texts every chart of the workbench needs; `value` writes a figure in the unit of the chart, `tick` one of its scale. */
export type ChartText = {
  value: (value: number) => string;
  tick: (value: number) => string;
  absence: Record<Absence, string>;
  base: (known: number, all: number) => string;
  shortBase: (known: number, all: number) => string;
  nothing: string;
  withoutFigure: (count: number) => string;
};

/** A figure in words, or why there is none. */
export function figureText(value: number | Absence, text: Pick<ChartText, 'value' | 'absence'>): string {
  return typeof value === 'number' ? text.value(value) : text.absence[value];
}
