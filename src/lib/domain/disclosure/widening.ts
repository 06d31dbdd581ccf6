import type { Model } from './model.ts';
import type { Failure } from './need.ts';
import type { Pattern } from './secondary.ts';
import type { Policy } from './table.ts';

/** Of the cells that would help, this part is hidden at a time, and at least one. */
const atOnce = 1 / 8;

/**
 * Which shown cells to hide next: those that hold most of the failing sums where they are, for the least loss to
 * readers. None when only what is public for good holds them.
 */
export function wideningOf(model: Model, pattern: Pattern, failures: readonly Failure[], kept: Kept): number[] {
  const mayHide = mayHideOf(model, pattern, kept);
  const helped = new Map<number, number>();
  for (const { binding } of failures) {
    for (const cell of binding) if (mayHide(cell)) helped.set(cell, (helped.get(cell) ?? 0) + 1);
  }
  if (helped.size === 0) return cheapestOf(model, pattern, failures, mayHide);
  const worth = [...helped].map(([cell, fails]) => ({ cell, score: fails / costOf(model, cell) }));
  worth.sort((a, b) => b.score - a.score || a.cell - b.cell);
  return worth.slice(0, Math.ceil(worth.length * atOnce)).map(({ cell }) => cell);
}

/** Cells that are never hidden: what is public for good, and zeros where zeros are always shown. */
export type Kept = { open: ReadonlySet<number>; zeros: Policy['zeros'] };

/** By the index of a cell. */
export function isKept(model: Model, { open, zeros }: Kept, cell: number): boolean {
  return open.has(cell) || (zeros === 'open' && model.cells[cell]?.value === 0);
}

function mayHideOf(model: Model, { hidden }: Pattern, kept: Kept) {
  return (cell: number) => !hidden.has(cell) && !isKept(model, kept, cell);
}

/** The level counts most: a country costs more than any number of municipalities that could stand for it. */
function costOf({ cells }: Model, cell: number): number {
  const { weight, value } = cells[cell] ?? { weight: 1, value: 0 };
  return weight * (1 + Math.log2(1 + value));
}

/** Where no single constraint is to blame: the cheapest shown cell near what failed, or anywhere. */
function cheapestOf(model: Model, pattern: Pattern, failures: readonly Failure[], mayHide: (cell: number) => boolean) {
  const near = new Set(failures.flatMap(({ need }) => need.columns));
  const shown = pattern.independent.filter(mayHide);
  const touching = shown.filter((cell) => model.cells[cell]?.columns.some((column) => near.has(column)));
  const choice = touching.length > 0 ? touching : shown;
  return [...choice].sort((a, b) => costOf(model, a) - costOf(model, b) || a - b).slice(0, 1);
}
