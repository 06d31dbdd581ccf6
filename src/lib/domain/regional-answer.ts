import type { Entry } from './figure.ts';
import type { Question } from './questionnaire.ts';

/**
 * How the municipalities of an area answered a question of the region's own: for each choice, in its order, how many chose it;
 * of a question for a number, the sum. `reported` of `expected` answered it; one that a host answers for is not asked.
 */
export type RegionalAnswer = {
  countyNo: string | null;
  chosen: number[];
  sum: number | null;
  reported: number;
  expected: number;
};

/** The answers of all (`countyNo` null, first) and of each county by number; of another type of question only how many answered. */
export function regionalAnswers(question: Question, entries: readonly Entry[]): RegionalAnswer[] {
  const asked = entries.filter(({ status }) => status !== 'covered_by_host');
  const counties = [...new Set(asked.map(({ countyNo }) => countyNo))].toSorted();
  return [null, ...counties].map((countyNo) =>
    answerOf(
      question,
      countyNo,
      asked.filter((entry) => countyNo === null || entry.countyNo === countyNo)
    )
  );
}

function answerOf(question: Question, countyNo: string | null, entries: readonly Entry[]): RegionalAnswer {
  const values = entries.flatMap(({ answers }) => {
    const answer = answers?.[question.key];
    return answer?.status === 'reported' ? [answer.value] : [];
  });
  const numbers = values.filter((value) => typeof value === 'number');
  const isNumber = question.type === 'count' && numbers.length > 0;
  return {
    countyNo,
    chosen: (question.options ?? []).map(({ id }) => values.filter((value) => value === id).length),
    sum: isNumber ? numbers.reduce((sum, value) => sum + value, 0) : null,
    reported: values.length,
    expected: entries.length
  };
}

/** A question as it was asked in one round, with the answers of all. `isBroken`: it was asked so differently that its series begins anew. */
export type AskedIn = { round: string; question: Question; all: RegionalAnswer; isBroken: boolean };

/** A question over the rounds that asked it, the oldest first. */
export function regionalTrend(
  key: string,
  rounds: readonly { name: string; questions: readonly Question[]; entries: readonly Entry[] }[]
): AskedIn[] {
  const asked = rounds.flatMap(({ name, questions, entries }) => {
    const question = questions.find((one) => one.key === key);
    const [all] = question ? regionalAnswers(question, entries) : [];
    return question && all ? [{ round: name, question, all }] : [];
  });
  return asked.map((one, index) => {
    const before = asked[index - 1];
    const isBroken =
      before !== undefined && (one.question.lineage?.is === 'changed' || one.question.type !== before.question.type);
    return { ...one, isBroken };
  });
}
