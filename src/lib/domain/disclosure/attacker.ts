import type { Model } from './model.ts';
import type { Pattern } from './secondary.ts';
import type { Constraint, System } from './solver.ts';
import type { Policy } from './table.ts';

/** What a reader can work from: a system, and which shown cell each of its constraints comes from (null: from none). */
export type Attacker = { system: System; cellOf: readonly (number | null)[] };

/**
 * A reader who knows every shown cell, that counts are not negative, and, where zeros are always shown, that what is
 * hidden is not zero. `insiders`: those who gave answers, put them together and know what they said.
 */
export function attackerOf(
  model: Model,
  pattern: Pattern,
  policy: Policy,
  insiders: ReadonlySet<string> = new Set()
): Attacker {
  const ceiling = ceilingOf(model, policy);
  const known: [Constraint, number | null][] = pattern.independent.map((cell) => [equation(model, cell), cell]);
  if (policy.zeros === 'open') {
    for (const cell of pattern.hidden) known.push([{ ...columnsOf(model, cell), least: 1, most: Infinity }, null]);
  }
  const columns = model.columns.map(({ parts, value }) => {
    const own = [...parts].filter(([contributor]) => insiders.has(contributor));
    const known = own.reduce((sum, [, part]) => sum + part, 0);
    return { least: known, most: own.length === parts.size ? value : ceiling };
  });
  return { system: { columns, constraints: known.map(([one]) => one) }, cellOf: known.map(([, cell]) => cell) };
}

function equation(model: Model, cell: number): Constraint {
  const value = model.cells[cell]?.value ?? 0;
  return { ...columnsOf(model, cell), least: value, most: value };
}

function columnsOf(model: Model, cell: number) {
  return { columns: model.cells[cell]?.columns ?? [] };
}

/** No column needs more for any cell to be one more than it is; a limit keeps every question answerable. */
function ceilingOf({ columns }: Model, { most }: Policy): number {
  return columns.reduce((sum, { value }) => sum + value, 0) + 2 * (most + 1);
}
