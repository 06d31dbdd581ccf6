import type { Answers } from './answer.ts';
import { failedChecks, type FailedCheck } from './check.ts';
import type { Coverage } from './coverage.ts';
import { partOf } from './coverage-form.ts';
import { differencesOf, type Difference, type OwnCounts } from './own-count.ts';
import type { Questionnaire } from './questionnaire.ts';
import { readReason, type StoredReasons } from './reason.ts';
import { surpriseOf, surpriseThreshold, type Exposure } from './surprise.ts';

/** A question about a figure that never stops the answer; `id` names its reason. `of` is whose it is, when a host gives it. */
export type SoftQuestion = { id: string; field: string; of?: string } & (
  | ({ kind: 'check' } & FailedCheck)
  | { kind: 'surprise'; value: number; last: number | null; isHigh: boolean; surprise: number }
  | ({ kind: 'own_count' } & Omit<Difference, 'key'>)
);

/** What is known of a municipality and its region before it answers; rates are cases per exposure, by question. */
export type Background = {
  exposure: Exposure;
  last: { answers: Answers; exposure: Exposure } | null;
  rates: Readonly<Record<string, number | null>>;
};

/** What a report gives: its own answers, and what it says of others. */
export type Given = { answers: Answers; coverage?: Coverage | null };

/** A version that was sent before, with the reasons given then. */
export type EarlierVersion = Given & { reasons: StoredReasons };

/** What the figures are held against: the report's own, what was counted there, and those of each municipality it covers. */
export type Backgrounds = {
  own: Background | null;
  counted?: OwnCounts | null;
  of: (municipalityNo: string) => Background | null;
};

const mostSoftQuestions = 3;

/** The id of the question whether a surprising count is right. */
export function surpriseId(key: string): string {
  return `surprise.${key}`;
}

/** The id of the question why a count is another than the municipality's own. */
export function ownCountId(key: string): string {
  return `own_count.${key}`;
}

/** The id of a question about a figure that a host gives for a municipality. */
export function coveredId(municipalityNo: string, id: string): string {
  return `each.${municipalityNo}.${id}`;
}

/** The fields that soft questions of these ids are about. */
export function fieldsAsked({ checks, questions }: Questionnaire, ids: readonly string[]): Set<string> {
  if (ids.length === 0) return new Set();
  const fields = new Map([
    ...checks.map(({ id, left }) => [id, left] as const),
    ...questions.map(({ key }) => [surpriseId(key), key] as const),
    ...questions.map(({ key }) => [ownCountId(key), key] as const)
  ]);
  return new Set(ids.flatMap((id) => fields.get(id) ?? []));
}

/** Everything these answers could be asked about: the questionnaire's own checks, then counts, the most surprising first. */
export function softQuestionsOf(
  questionnaire: Questionnaire,
  answers: Answers,
  background: Background | null
): SoftQuestion[] {
  const checks = failedChecks(questionnaire, answers, 'soft').map((failed): SoftQuestion => ({
    kind: 'check',
    id: failed.check.id,
    field: failed.check.left,
    ...failed
  }));
  return [...checks, ...(background ? surprises(questionnaire, answers, background) : [])];
}

/**
 * The same of a report's own answers, and then of the figures that it gives for each municipality it covers. What differs
 * from the municipality's own count comes first, and is not asked about twice.
 */
export function questionsOfReport(
  questionnaire: Questionnaire,
  { answers, coverage }: Given,
  { own, counted = null, of }: Backgrounds
): SoftQuestion[] {
  const figures = coverage?.kind === 'each' ? Object.entries(coverage.figures) : [];
  const covered = figures.flatMap(([number, given]) =>
    softQuestionsOf(partOf(questionnaire), given, of(number)).map((one) => ({
      ...one,
      id: coveredId(number, one.id),
      of: number
    }))
  );
  const differing = differencesOf(questionnaire, answers, counted).map(({ key, ...one }): SoftQuestion => ({
    ...{ kind: 'own_count', id: ownCountId(key), field: key, ...one }
  }));
  const asked = new Set(differing.map(({ field }) => field));
  const others = softQuestionsOf(questionnaire, answers, own).filter(
    ({ kind, field }) => kind === 'check' || !asked.has(field)
  );
  return [...differing, ...others, ...covered];
}

/**
 * What to ask of a form: those `shown` with it that still hold, and new ones up to three in all. A question that was
 * answered with an earlier version is not asked again while its figures are the same.
 */
export function questionsToAsk(
  candidates: readonly SoftQuestion[],
  shown: ReadonlySet<string>,
  answered: ReadonlySet<string>
): { again: SoftQuestion[]; fresh: SoftQuestion[] } {
  const open = candidates.filter(({ id }) => !answered.has(id));
  const fresh = open.filter(({ id }) => !shown.has(id)).slice(0, Math.max(0, mostSoftQuestions - shown.size));
  return { again: open.filter(({ id }) => shown.has(id)), fresh };
}

/** The questions that a reason of the version before answers already, with that reason. */
export function answeredBefore(
  questionnaire: Questionnaire,
  candidates: readonly SoftQuestion[],
  earlier: EarlierVersion | null,
  backgrounds: Backgrounds
): StoredReasons {
  if (!earlier) return {};
  const before = new Map(questionsOfReport(questionnaire, earlier, backgrounds).map((one) => [one.id, numbersOf(one)]));
  return Object.fromEntries(
    candidates.flatMap((one) => {
      const reason = earlier.reasons[one.id];
      return reason !== undefined && before.get(one.id) === numbersOf(one) ? [[one.id, readReason(reason)]] : [];
    })
  );
}

function surprises(questionnaire: Questionnaire, answers: Answers, background: Background): SoftQuestion[] {
  const found: Surprise[] = [];
  for (const { key, type } of questionnaire.questions) {
    const value = type === 'count' ? countOf(questionnaire, answers, key) : null;
    const surprise = value === null ? null : surpriseAt(key, value, background);
    if (surprise) found.push(surprise);
  }
  return found.sort((one, other) => one.surprise - other.surprise);
}

type Surprise = Extract<SoftQuestion, { kind: 'surprise' }>;

function surpriseAt(key: string, value: number, { exposure, last, rates }: Background): Surprise | null {
  const before = last?.answers[key]?.value;
  const lastCount = last && typeof before === 'number' ? { count: before, exposure: last.exposure } : null;
  const rate = rates[key] ?? null;
  const surprise = surpriseOf(value, { exposure, last: lastCount, rate });
  if (surprise === null || surprise > surpriseThreshold) return null;
  const usualRate = lastCount ? lastCount.count / lastCount.exposure : Number(rate);
  return {
    ...{ kind: 'surprise', id: surpriseId(key), field: key, value },
    ...{ last: lastCount?.count ?? null, isHigh: value > usualRate * exposure, surprise }
  };
}

/** A count that was given. "No cases" is one answer, not one for each count it sets to 0. */
function countOf({ gate }: Questionnaire, answers: Answers, key: string): number | null {
  const answer = answers[key];
  if (answer?.status === 'confirmed_none' && key !== gate.zeroes[0]) return null;
  return typeof answer?.value === 'number' ? answer.value : null;
}

function numbersOf(question: SoftQuestion): string {
  if (question.kind === 'check') return `${question.left}/${question.right}`;
  return `${question.value}/${question.kind === 'surprise' ? question.last : question.counted}`;
}
