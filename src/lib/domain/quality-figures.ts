import type { Answers } from './answer.ts';
import { sameAnswer } from './quality-cell.ts';
import type { Questionnaire } from './questionnaire.ts';
import { daysToAnswer, isOpenThread, type ThreadState } from './query-thread.ts';
import type { ReviewState } from './review.ts';
import { softQuestionsOf, type Background } from './soft-question.ts';

/**
 * One expected municipality: its versions from the first when its own report counts, the review of the last, and the
 * questions it was asked. `answeredAt` is when it first answered, or the host whose report it stands in; null is missing.
 * Without a `background` its counts are held against nothing.
 */
export type QualityHistory = {
  countyNo: string;
  answeredAt: Date | null;
  versions: readonly { submittedAt: Date; answers: Answers; reasons: Record<string, unknown> }[];
  background: Background | null;
  review: ReviewState;
  threads: readonly { questionKey: string | null; state: ThreadState; openedAt: Date; firstAnswerAt: Date | null }[];
};

/** How an area stands. `answered` counts those covered by a host too, `sent` only own answers. `days` is the median to the first answer or correction, null when there is none. */
export type AreaQuality = {
  expected: number;
  answered: number;
  sent: number;
  onTime: number;
  corrected: number;
  review: Record<ReviewState, number>;
  open: number;
  closed: number;
  days: number | null;
};

/** How often a question was corrected, asked about, and found strange by a soft question that was explained or not. */
export type QuestionQuality = { key: string; corrections: number; fired: number; explained: number; asked: number };

/** The quality of the municipalities of an area, of which all are expected. */
export function areaQuality(histories: readonly QualityHistory[], deadlineAt: Date): AreaQuality {
  const answered = histories.filter(({ answeredAt }) => answeredAt !== null);
  const sent = histories.filter(({ versions }) => versions.length > 0);
  const threads = histories.flatMap((one) => one.threads);
  const inReview = (state: ReviewState) => sent.filter(({ review }) => review === state).length;
  return {
    expected: histories.length,
    answered: answered.length,
    sent: sent.length,
    onTime: answered.filter(({ answeredAt }) => answeredAt && answeredAt <= deadlineAt).length,
    corrected: sent.filter(({ versions }) => correctedKeys(versions).length > 0).length,
    review: { unreviewed: inReview('unreviewed'), accepted: inReview('accepted'), returned: inReview('returned') },
    open: threads.filter(({ state }) => isOpenThread(state)).length,
    closed: threads.filter(({ state }) => !isOpenThread(state)).length,
    days: median(
      threads.flatMap(({ openedAt, firstAnswerAt }) => {
        const days = daysToAnswer(openedAt, firstAnswerAt);
        return days === null ? [] : [days];
      })
    )
  };
}

/** The quality of each question, in the order of the questionnaire. */
export function questionQuality(questionnaire: Questionnaire, histories: readonly QualityHistory[]): QuestionQuality[] {
  const corrected = tally(histories.flatMap(({ versions }) => correctedKeys(versions)));
  const soft = histories.flatMap(({ versions, background }) => {
    const latest = versions.at(-1);
    if (!latest) return [];
    return softQuestionsOf(questionnaire, latest.answers, background).map(({ id, field }) => ({
      key: field,
      isExplained: Boolean(latest.reasons[id])
    }));
  });
  const fired = tally(soft.map(({ key }) => key));
  const explained = tally(soft.filter(({ isExplained }) => isExplained).map(({ key }) => key));
  const asked = tally(histories.flatMap(({ threads }) => threads.map(({ questionKey }) => questionKey)));
  return questionnaire.questions.map(({ key }) => ({
    key,
    corrections: corrected.get(key) ?? 0,
    fired: fired.get(key) ?? 0,
    explained: explained.get(key) ?? 0,
    asked: asked.get(key) ?? 0
  }));
}

function tally<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The question of each change from a version to the next. */
function correctedKeys(versions: QualityHistory['versions']): string[] {
  return versions.slice(1).flatMap(({ answers }, index) => {
    const before = versions[index]?.answers ?? {};
    const keys = [...new Set([...Object.keys(before), ...Object.keys(answers)])];
    return keys.filter((key) => !sameAnswer(before[key], answers[key]));
  });
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
