import { statusField, type Answers, type Fields } from './answer.ts';
import { countedQuestions, isWhole, monthsOf, type CaseCounts } from './case/case-count.ts';
import { isTallyQuestion } from './case/self-referral.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What a municipality has counted itself, by question: in its register here, or in a file of another system. */
export type OwnCounts = {
  from: 'register' | 'file';
  counts: Readonly<Record<string, number>>;
  /** Whether the whole period is in it; else another number is no surprise. */
  isWhole: boolean;
};

/** Where a figure of a report is from, where its municipality had a count of its own; never what that count was. */
export type FigureSource = OwnCounts['from'] | `other_than_${OwnCounts['from']}`;
export type Sources = Record<string, FigureSource>;

/** A figure that is another than the municipality's own count. */
export type Difference = { key: string; value: number; counted: number; from: OwnCounts['from'] };

/** The field of a form that keeps what was counted in a file; the file itself stays where it is. */
export const countedField = 'counted';
const largestCount = 9999;

/** Figures by question as the field keeps them. */
export function countedText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([key, count]) => `${key}=${count}`)
    .join(' ');
}

/** The figures of cases for the questions of a survey. */
export function countsByQuestion(counts: CaseCounts): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(countedQuestions).map(([key, figure]) => [key, counts[figure]]));
}

type Register = CaseCounts & { since: string; selfReferrals: number | null };
type Period = { periodStart: string; periodEnd: string };

/** The municipality's own counts for a form: of its register, else of a file; null where there are none. */
export function ownCountsOf(
  questionnaire: Questionnaire,
  { register, period, fields }: { register: Register | null; period: Period; fields: Fields }
): OwnCounts | null {
  const all = register ? countsByQuestion(register) : readCounted(fields[countedField] ?? '');
  const counts = Object.fromEntries(
    questionnaire.questions.flatMap(({ key, type }): [string, number][] => {
      const tally = register && isTallyQuestion(key) ? register.selfReferrals : null;
      const count = tally ?? (Object.hasOwn(all, key) ? all[key] : undefined);
      return type === 'count' && count !== undefined ? [[key, count]] : [];
    })
  );
  if (Object.keys(counts).length === 0) return null;
  if (!register) return { from: 'file', counts, isWhole: true };
  return { from: 'register', counts, isWhole: isWhole(register.since, monthsOf(period)) };
}

/** A form with the municipality's own counts in their fields; without any case it says that there were none. */
export function filledWithCounts({ gate }: Questionnaire, fields: Fields, { counts }: OwnCounts): Fields {
  const hasCases = Object.keys(countedQuestions).some((key) => (counts[key] ?? 0) > 0);
  const filled = Object.entries(counts).filter(([key]) => hasCases || !(key in countedQuestions));
  const emptied = Object.keys(counts).flatMap((key) => [key, statusField(key)]);
  const kept = Object.entries(fields).filter(([name]) => !emptied.includes(name));
  return {
    ...Object.fromEntries(kept),
    [gate.key]: hasCases ? 'yes' : 'none',
    ...Object.fromEntries(filled.map(([key, count]) => [key, String(count)]))
  };
}

/** Where the figures of a report are from. A count that the period is not whole in explains no other figure. */
export function sourcesOf(answers: Answers, own: OwnCounts | null): Sources {
  if (!own) return {};
  const { from, counts, isWhole } = own;
  return Object.fromEntries(
    Object.entries(counts).flatMap(([key, count]): [string, FigureSource][] => {
      const value = answers[key]?.value;
      if (typeof value !== 'number') return [];
      if (value === count) return [[key, from]];
      return isWhole ? [[key, `other_than_${from}`]] : [];
    })
  );
}

/** The figures that are others than the municipality's own counts, to be asked about; "no cases" is one answer. */
export function differencesOf(
  { gate, questions }: Questionnaire,
  answers: Answers,
  own: OwnCounts | null
): Difference[] {
  if (!own?.isWhole) return [];
  return questions.flatMap(({ key, required, group }) => {
    const answer = answers[key];
    const counted = own.counts[key];
    const isAsked = required || group === 'regional';
    if (!isAsked || counted === undefined || typeof answer?.value !== 'number' || answer.value === counted) return [];
    if (answer.status === 'confirmed_none' && key !== gate.zeroes[0]) return [];
    return [{ key, value: answer.value, counted, from: own.from }];
  });
}

/** What was counted in a file, from a report that was sent: only the figures that are still its own. */
export function countedIn(answers: Answers, sources: Sources): string {
  const kept = Object.keys(sources).filter((key) => sources[key] === 'file');
  return countedText(
    Object.fromEntries(
      kept.flatMap((key) => {
        const value = answers[key]?.value;
        return typeof value === 'number' ? [[key, value]] : [];
      })
    )
  );
}

function readCounted(typed: string): Record<string, number> {
  const parts = typed.split(' ').flatMap((part) => {
    const [, key, count] = /^([a-z0-9_]{1,60})=(\d{1,4})$/.exec(part) ?? [];
    return key && Number(count) <= largestCount ? [[key, Number(count)] as const] : [];
  });
  return Object.fromEntries(parts);
}
