import { attackerOf } from './attacker.ts';
import type { Model, ModelCell } from './model.ts';
import type { Need } from './need.ts';
import { primaryReason } from './primary-rule.ts';
import { rangesOf } from './range.ts';
import { secondaryOf } from './secondary.ts';
import type { Solver } from './solver.ts';
import type { Policy, Reason } from './table.ts';

/** What is settled before the search starts. By the index of a cell: why it starts hidden, and what is public for good. */
export type Start = { reasons: ReadonlyMap<number, Reason>; open: ReadonlySet<number> };

/** Small, or hidden when it was published the last time, unless it is public already (P5). */
export function startReasons(
  model: Model,
  policy: Policy,
  { open, hiddenBefore }: { open: ReadonlySet<number>; hiddenBefore: ReadonlySet<number> }
): Map<number, Reason> {
  const reasons = new Map<number, Reason>();
  model.cells.forEach((cell, index) => {
    const reason = primaryReason(model, cell, policy) ?? (hiddenBefore.has(index) ? 'hidden_before' : null);
    if (reason && !open.has(index)) reasons.set(index, reason);
  });
  return reasons;
}

/** Without the cells that nobody is shown and that need no protection. */
export function withoutIdle(model: Model, policy: Policy): Model {
  const isIdle = (cell: ModelCell) => cell.isWithheld && !primaryReason(model, cell, policy);
  return { ...model, cells: model.cells.filter((cell) => !isIdle(cell)) };
}

/**
 * Small cells must seem to be able to be anything small, and at least one more than they are. Where zeros are always
 * shown, a hidden sum is at least as many as its parts that are not 0, whatever else is hidden.
 */
export function needsOf(model: Model, policy: Policy, { open }: Pick<Start, 'open'>, solver: Solver): Need[] {
  const small = [...model.cells.entries()].filter(
    ([index, cell]) => !open.has(index) && primaryReason(model, cell, policy) !== null
  );
  const floors =
    policy.zeros === 'open'
      ? floorsOf(
          model,
          policy,
          small.map(([, { columns }]) => columns),
          solver
        )
      : [];
  return small.map(([cell, { columns, value }], index) => ({
    ...{ kind: 'range', cell, columns },
    atMost: floors[index] ?? 0,
    atLeast: Math.max(policy.most, value + 1)
  }));
}

/** The least that sums can be when everything but zeros is hidden. */
function floorsOf(model: Model, policy: Policy, sums: readonly (readonly number[])[], solver: Solver): number[] {
  const hidden = new Set([...model.cells.keys()].filter((index) => model.cells[index]?.value !== 0));
  const pattern = secondaryOf(model, { hidden, open: new Set() }, policy);
  return rangesOf(attackerOf(model, pattern, policy), sums, solver).map(({ least }) => Math.max(1, least));
}
