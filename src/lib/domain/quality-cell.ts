import { fieldsOf, isAsked, type Answer, type Answers } from './answer.ts';
import { partOf } from './coverage-form.ts';
import type { Questionnaire } from './questionnaire.ts';
import { isOpenThread, type ThreadState } from './query-thread.ts';
import type { ReviewState } from './review.ts';
import { fieldsAsked, softQuestionsOf, type Background } from './soft-question.ts';

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
 * a reason that was given, a correction since the first version, or that the form asks whether the figure is right. Of the
 * whole answer, that it came by phone and the municipality has not confirmed it.
 */
export const cellMarks = ['asked', 'answered', 'explained', 'corrected', 'surprising', 'unconfirmed'] as const;
export type CellMark = (typeof cellMarks)[number];

export type QualityCell = { key: string; status: CellStatus; answer: Answer | null; marks: readonly CellMark[] };

/**
 * All that is known of one municipality in a round. `report` is its own when that counts; `hosted` is whose report has its
 * figures else, with its part of them when they can be told apart. `first` is null with one version, `background` when its counts
 * are held against nothing.
 */
export type QualityEntry = {
  municipalityNo: string;
  status: 'expected' | 'covered_by_host' | 'declined';
  report: {
    version: number;
    submittedAt: Date;
    channel: 'web' | 'import' | 'phone';
    isConfirmed: boolean;
    answers: Answers;
    reasons: Record<string, unknown>;
  } | null;
  hosted: { host: string; answers: Answers | null } | null;
  first: Answers | null;
  background: Background | null;
  threads: readonly { questionKey: string | null; state: ThreadState }[];
  review: ReviewState;
};

/** The cells of a municipality's row, in the order of the questionnaire. */
export function cellsOf(questionnaire: Questionnaire, entry: QualityEntry): QualityCell[] {
  const answers = answersIn(entry);
  if (!answers) {
    const status = { expected: 'missing', covered_by_host: 'covered', declined: 'declined' } as const;
    return questionnaire.questions.map(({ key }) => ({
      ...{ key, status: status[entry.status], answer: null },
      marks: threadMarks(entry, key)
    }));
  }
  const marked = marksOf(questionnaire, entry, answers);
  const isWhole = questionnaire.questions.every(({ key }) => answers[key]);
  const fields = isWhole ? {} : fieldsOf(questionnaire, answers);
  return questionnaire.questions.map((question) => {
    const { key } = question;
    const answer = answers[key] ?? null;
    const status = answer?.status ?? (isAsked(questionnaire, question, fields) ? 'not_given' : 'not_asked');
    return { key, status, answer, marks: marked.get(key) ?? noMarks };
  });
}

const noMarks: readonly CellMark[] = [];

/** What is to be said of the figures of an answer; most have nothing, and a table has many thousands. */
function marksOf(questionnaire: Questionnaire, entry: QualityEntry, answers: Answers): Map<string, CellMark[]> {
  const marked = new Map<string, CellMark[]>();
  const mark = (keys: Iterable<string>, one: CellMark) => {
    for (const key of keys) marked.set(key, [...(marked.get(key) ?? []), one]);
  };
  for (const { questionKey, state } of entry.threads) {
    if (questionKey !== null && (state === 'asked' || state === 'answered')) mark([questionKey], state);
  }
  mark(correctedIn(questionnaire, entry.first, answers), 'corrected');
  mark(fieldsAsked(questionnaire, Object.keys(entry.report?.reasons ?? {})), 'explained');
  const doubted = softQuestionsOf(entry.report ? questionnaire : partOf(questionnaire), answers, entry.background);
  mark(new Set(doubted.map(({ field }) => field)), 'surprising');
  return marked;
}

function correctedIn({ questions }: Questionnaire, first: Answers | null, answers: Answers): string[] {
  if (!first) return [];
  return questions.flatMap(({ key }) => (sameAnswer(first[key], answers[key]) ? [] : [key]));
}

/** The open questions of a figure; of the whole answer for a null key. */
function threadMarks({ threads }: Pick<QualityEntry, 'threads'>, key: string | null): CellMark[] {
  return threads.flatMap(({ questionKey, state }) =>
    questionKey === key && (state === 'asked' || state === 'answered') ? [state] : []
  );
}

/** What is to be said of the whole answer. */
export function answerMarks(entry: Pick<QualityEntry, 'threads' | 'report'>): CellMark[] {
  const marks = threadMarks(entry, null);
  return entry.report?.isConfirmed === false ? [...marks, 'unconfirmed'] : marks;
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
export function sumOf(entries: readonly QualityEntry[], key: string): CountSum {
  const total = { sum: 0, given: 0, of: entries.length };
  for (const entry of entries) {
    const value = answersIn(entry)?.[key]?.value;
    if (typeof value !== 'number') continue;
    total.given += 1;
    total.sum += value;
  }
  return total;
}

/** The answers that are a municipality's: its own, or those its host gives for it. */
function answersIn({ report, hosted }: QualityEntry): Answers | null {
  return report?.answers ?? hosted?.answers ?? null;
}
