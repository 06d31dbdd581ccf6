import type { Answer, Answers } from './answer.ts';
import { dutyOf, stateOfOption } from './duty.ts';
import { isStanding, type DatedPromise, type PromiseDuty } from './promise.ts';
import type { Question, Questionnaire } from './questionnaire.ts';
import { promisesOf } from './stable-fact.ts';

/** A promise as the municipality's own form has it; `text` is empty where it is of its duty alone. */
export type OwnPromise = DatedPromise & { duty: PromiseDuty; text: string };

/** What the form asks about again: what the last round planned, by a month (yyyy-mm) when it was told, and what was promised. */
export type AskedAgain =
  | { kind: 'planned'; question: Question; answer: Answer; month: string | null }
  | { kind: 'promise'; question: Question | null; promise: OwnPromise };

/**
 * Everything a municipality has planned or promised that is not settled. A plan of the last round is asked about at its
 * question, of the core or the region's own; a promise at the question of its duty where no plan stands there, else beside.
 */
export function askedAgain(questionnaire: Questionnaire, last: Answers, promises: readonly OwnPromise[]): AskedAgain[] {
  const { questions } = questionnaire;
  const months = new Map(promisesOf(questionnaire, last).map(({ question, month }) => [question.key, month]));
  const planned = questions.flatMap((question): Extract<AskedAgain, { kind: 'planned' }>[] => {
    const answer = last[question.key];
    const month = months.get(question.key) ?? null;
    const isPlan = question.type === 'choice' && stateOfOption(answer?.value) === 'planned';
    return answer && (isPlan || month !== null) ? [{ kind: 'planned', question, answer, month }] : [];
  });
  const told = promises
    .filter((one) => isStanding(one) || one.state === 'broken')
    .map((promise) => ({ promise, question: questions.find(({ key }) => dutyOf(key) === promise.duty) ?? null }))
    .filter(({ question }) => !planned.some((one) => one.question.key === question?.key));
  return [...planned, ...told.map((one) => ({ kind: 'promise', ...one }) as const)];
}
