import { partsOf, type Model, type ModelCell } from './model.ts';
import type { Policy, Reason } from './table.ts';

/**
 * Why a cell may not be shown whatever else is: too few cases (P1), the largest answer takes itself away and leaves too
 * few (P3), too few answers (P4). Null when it may. The cells of `besidesOf` stand for what is left of a share (P2).
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

const mark = ':besides:';

/** The key of what a share leaves over: its denominator without its numerator (P2). */
export function besidesKey(numerator: string, denominator: string): string {
  return `${denominator}${mark}${numerator}`;
}

function isBesides(key: string): boolean {
  return key.includes(mark);
}
