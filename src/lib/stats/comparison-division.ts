import type { Brush, Dimension } from '#lib/domain/analysis.ts';
import type { Selection } from './chosen-figures.ts';
import type { ComparisonRow } from './comparison.ts';

/** Figures of some rounds by a dimension and perhaps a second across it, narrowed to an area or not. */
export type Division = {
  dimension: Dimension;
  columns: Dimension | null;
  rounds: readonly string[];
  within?: Brush | null | undefined;
};

/**
 * What to compare: indicators in rounds, by a dimension and perhaps a second across it. `less` is an indicator whose cases are
 * taken from each, where a municipality gave both and the first is no less; others gave no figure then.
 */
export type Comparison = Selection &
  Division & {
    /** The municipalities of the dimension `own_group`. */
    group: readonly string[];
    less?: string | null;
    /** The same figures divided otherwise, in the same statement; an area that is narrowed to is the same in all. */
    beside?: readonly (Omit<Division, 'columns'> & { columns: null })[];
  };

/** A comparison and those beside it. */
export function divisionsOf(comparison: Comparison): Division[] {
  return [comparison, ...(comparison.beside ?? [])];
}

/** The dimensions of divisions, each once. */
export function dimensionsOf(divisions: readonly Division[]): Dimension[] {
  return [...new Set(divisions.flatMap(({ dimension, columns }) => (columns ? [dimension, columns] : [dimension])))];
}

/** The rounds of divisions, each once. */
export function roundsOf(divisions: readonly Division[]): string[] {
  return [...new Set(divisions.flatMap(({ rounds }) => rounds))];
}

/** What the column of an area is called inside the statement. */
export function columnOf(dimension: Dimension): string {
  return `by_${dimension}`;
}

/** Whether some divisions are narrowed to an area and others are not. */
export function hasBoth(divisions: readonly Division[]): boolean {
  return new Set(divisions.map(({ within }) => Boolean(within))).size > 1;
}

/** The columns whose bits make the level of a cell, the highest first. */
export function levelColumns(divisions: readonly Division[]): string[] {
  return [...(hasBoth(divisions) ? ['inside'] : []), ...dimensionsOf(divisions).map(columnOf)];
}

/** The columns that the cells of each division are summed by, beside round, indicator and category. */
export function setColumns(divisions: readonly Division[]): string[][][] {
  const isBoth = hasBoth(divisions);
  return divisions.map(({ dimension, columns, within }) => {
    const inside = isBoth && within ? ['inside'] : [];
    const across = columns === null ? [[]] : [[], [columnOf(columns)]];
    return across.flatMap((part) => [
      [...inside, ...part],
      [...inside, columnOf(dimension), ...part]
    ]);
  });
}

/** The cells of a comparison and of each beside it, in the order in which they stand there. */
export function dividedRows(rows: readonly LevelledRow[], comparison: Comparison): ComparisonRow[][] {
  const divisions = divisionsOf(comparison);
  const names = levelColumns(divisions);
  const levelOf = (columns: readonly string[]) =>
    names.reduce((level, name) => level * 2 + (columns.includes(name) ? 0 : 1), 0);
  return divisions.map((division, index) => {
    const levels = new Set((setColumns(divisions)[index] ?? []).map(levelOf));
    const isAcross = index > 0 && division.dimension === comparison.columns;
    return rows
      .filter(({ level, roundId }) => levels.has(level) && division.rounds.includes(roundId))
      .map((row) => (isAcross ? { ...row, area: row.part, part: null } : row));
  });
}

/** A cell with the columns that it is not summed by, as bits. */
export type LevelledRow = ComparisonRow & { level: number };
