import type { Answers } from './answer.ts';
import type { Check, Questionnaire } from './questionnaire.ts';

export type FailedCheck = { check: Check; left: number; right: number };

/**
 * The checks of one severity that these answers fail. Only figures that were given are compared:
 * a check whose left side or first right side is unknown is silent; further right sides count as 0 when blank.
 */
export function failedChecks(
  questionnaire: Questionnaire,
  answers: Answers,
  severity: Check['severity']
): FailedCheck[] {
  return questionnaire.checks
    .filter((check) => check.severity === severity)
    .flatMap((check) => {
      const left = countOf(answers, check.left);
      const first = countOf(answers, check.right[0] ?? '');
      const mayBeBlank = check.kind === 'at_least_one';
      if (left === null || (first === null && !mayBeBlank)) return [];
      const right = check.right.reduce((sum, key) => sum + (countOf(answers, key) ?? 0), 0);
      return fails(check, left, right) && !isConfirmedNone(answers, check.left) ? [{ check, left, right }] : [];
    });
}

/** The sentence of a check with its numbers put in. */
export function checkSentence(template: string, { left, right }: { left: number; right: number }): string {
  return template.replace('{left}', String(left)).replace('{right}', String(right));
}

function fails(check: Check, left: number, right: number): boolean {
  switch (check.kind) {
    case 'at_most':
      return left > right;
    case 'at_least_one':
      return left + right === 0;
    case 'none_of':
      return left === 0 && right > 0;
    case 'all_of':
      return left === right && right >= (check.minimum ?? 1);
  }
}

function countOf(answers: Answers, key: string): number | null {
  const value = answers[key]?.value;
  return typeof value === 'number' ? value : null;
}

function isConfirmedNone(answers: Answers, key: string): boolean {
  return answers[key]?.status === 'confirmed_none';
}
