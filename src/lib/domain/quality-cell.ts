import { fieldsOf, isAsked, type Answer, type Answers } from './answer.ts';
import { failedChecks } from './check.ts';
import type { Questionnaire } from './questionnaire.ts';
import { isOpenThread, type ThreadState } from './query-thread.ts';
import type { ReviewState } from './review.ts';
import { surpriseOf, surpriseThreshold } from './surprise.ts';

/** What one figure of one municipality is: as answered, not given, not asked, or why there is no answer at all. */
export const cellStatuses = [
  'reported',
  'confirmed_none',
  'dont_know',
  'not_applicable',
  'not_given',
  'not_asked',
  'missing',
  'covered',
  'declined'
] as const;
export type CellStatus = (typeof cellStatuses)[number];

/**
 * What an adviser should see of a figure: a question that waits for the municipality (`asked`) or for them (`answered`),
 * a reason that was given, a correction since the first version, or a surprise against the last round.
 */
export const cellMarks = ['asked', 'answered', 'explained', 'corrected', 'surprising'] as const;
export type CellMark = (typeof cellMarks)[number];

export type QualityCell = { key: string; status: CellStatus; answer: Answer | null; marks: CellMark[] };

/**
 * All that is known of one municipality in a round. `report` is its own when that counts; `hosted` is whose report has its
 * figures else, with its part of them when they can be told apart. `first` is null with one version, `previous` without a round before;
 * its exposure is the length of that round's period, of this one's as 1.
 */
export type QualityEntry = {
  municipalityNo: string;
  status: 'expected' | 'covered_by_host' | 'declined';
  report: { version: number; submittedAt: Date; answers: Answers; reasons: Record<string, unknown> } | null;
  hosted: { host: string; answers: Answers | null } | null;
  first: Answers | null;
  previous: { answers: Answers; exposure: number } | null;
  threads: readonly { questionKey: string | null; state: ThreadState }[];
  review: ReviewState;
};

/** The cells of a municipality's row, in the order of the questionnaire. */
export function cellsOf(questionnaire: Questionnaire, entry: QualityEntry): QualityCell[] {
  const { report } = entry;
  const answers = report?.answers ?? entry.hosted?.answers;
  if (!answers) {
    const status = { expected: 'missing', covered_by_host: 'covered', declined: 'declined' } as const;
    return questionnaire.questions.map(({ key }) => ({
      ...{ key, status: status[entry.status], answer: null },
      marks: threadMarks(entry, key)
    }));
  }
  const fields = fieldsOf(questionnaire, answers);
  const soft = report ? failedChecks(questionnaire, answers, 'soft') : [];
  const explained = new Set(soft.filter(({ check }) => report?.reasons[check.id]).map(({ check }) => check.left));
  return questionnaire.questions.map((question) => {
    const { key } = question;
    const answer = answers[key] ?? null;
    const marks = threadMarks(entry, key);
    if (explained.has(key)) marks.push('explained');
    if (entry.first && !sameAnswer(entry.first[key], answers[key])) marks.push('corrected');
    if (report && question.type === 'count' && isSurprisingSince(entry, key, answer)) marks.push('surprising');
    const status = answer?.status ?? (isAsked(questionnaire, question, fields) ? 'not_given' : 'not_asked');
    return { key, status, answer, marks };
  });
}

function isSurprisingSince({ previous }: QualityEntry, key: string, answer: Answer | null): boolean {
  return previous !== null && isSurprising(answer, previous.answers[key], previous.exposure);
}

/** The open questions of a figure; of the whole answer for a null key. */
export function threadMarks({ threads }: Pick<QualityEntry, 'threads'>, key: string | null): CellMark[] {
  return threads.flatMap(({ questionKey, state }) =>
    questionKey === key && (state === 'asked' || state === 'answered') ? [state] : []
  );
}

/** Whether an answer may be accepted without being looked at: sent, not reviewed, nothing open and nothing surprising. */
export function isUnremarkable(entry: QualityEntry, cells: readonly QualityCell[]): boolean {
  return (
    entry.report !== null &&
    entry.review === 'unreviewed' &&
    !entry.threads.some(({ state }) => isOpenThread(state)) &&
    !cells.some(({ marks }) => marks.includes('surprising'))
  );
}

/** Whether two answers to a question say the same; undefined is no answer. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return one?.status === other?.status && one?.value === other?.value;
}

/** The sum of a count over rows, of how many municipalities it is the sum, and of how many there are. */
export type CountSum = { sum: number; given: number; of: number };

/** What the given counts of one question come to: unknown and missing ones are in neither sum nor base, never zero. */
export function sumOf(cells: readonly (QualityCell | undefined)[]): CountSum {
  const values = cells.flatMap((cell) => (typeof cell?.answer?.value === 'number' ? [cell.answer.value] : []));
  return { sum: values.reduce((total, value) => total + value, 0), given: values.length, of: cells.length };
}

/**
 * Whether a count is a surprise against the last round's, by the test and the threshold of the municipality's own form.
 * `exposure` is that of the last round, of this one's as 1. Unknown counts surprise nobody.
 */
export function isSurprising(now: Answer | null | undefined, before: Answer | null | undefined, exposure = 1): boolean {
  if (typeof now?.value !== 'number' || typeof before?.value !== 'number') return false;
  const surprise = surpriseOf(now.value, { exposure: 1, last: { count: before.value, exposure }, rate: null });
  return surprise !== null && surprise <= surpriseThreshold;
}
