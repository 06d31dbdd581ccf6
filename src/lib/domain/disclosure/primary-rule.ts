import { isBesides } from './besides.ts';
import { partsOf, type Model, type ModelCell } from './model.ts';
import type { Policy, Reason } from './table.ts';

/**
 * Why a cell may not be shown whatever else is: too few cases (P1), the largest answer takes itself away and leaves too
 * few (P3), too few answers (P4). Null when it may. What is left of a share is a cell, too (P2).
 */
export function primaryReason(model: Model, cell: ModelCell, policy: Policy): Reason | null {
  const isNothing = cell.value === 0;
  if (isNothing && policy.zeros === 'open') return null;
  if (cell.value <= policy.most) return cell.keys.every(isBesides) ? 'few_besides' : 'few_cases';
  if (!cell.isAggregate) return null;
  const parts = partsOf(model, cell);
  if (parts.size < policy.fewestContributors) return 'few_behind';
  return cell.value - Math.max(...parts.values()) <= policy.most ? 'one_dominates' : null;
}
