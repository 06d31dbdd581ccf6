import type { BoundFigure, FigureUnit } from './bound-figure.ts';
import { isTrueOf, nounAfter, type Noun } from './claim.ts';
import type { LooseNumber } from './loose-number.ts';
import { numeralsOf, type Numeral } from './numeral.ts';
import type { SentencePart } from './sentence-part.ts';

/**
 * What is the matter with a sentence. `wrong` ones say what the figures do not; a release is not approved with them.
 * `loose` numbers are typed: they are right today, or nobody knows what they are of.
 */
export type SentenceProblem = { weight: 'wrong' | 'loose' } & (
  | { kind: 'unknown_figure'; written: string }
  | { kind: 'hidden_figure' | 'missing_figure' | 'form_not_there'; figure: BoundFigure }
  | { kind: 'contradicts'; written: string; figure: BoundFigure }
  | { kind: 'other_subject'; figure: BoundFigure; claimed: BoundFigure | null }
  | { kind: 'other_unit'; written: string; unit: FigureUnit; noun: Noun }
  | { kind: 'no_estimate'; written: string }
  | { kind: 'share_without_base'; figure: BoundFigure }
  | { kind: 'other_base'; written: string; figure: BoundFigure }
  | { kind: 'parts_leave'; rest: number; whole: BoundFigure }
  | { kind: 'typed'; written: string; figure: BoundFigure | null }
);

/** Everything that is the matter with a sentence, held against the figures of a release. */
export function problemsOf(parts: readonly SentencePart[], figures: readonly BoundFigure[]): SentenceProblem[] {
  const region = figures.filter(({ area }) => area === figures[0]?.area);
  const numerals = numeralsOf(parts);
  return [
    ...parts.flatMap((part) => partProblems(part)),
    ...numerals.flatMap((one) => (one.figure ? boundProblems(one, region) : typedProblems(one, region))),
    ...baseProblems(numerals, region),
    ...remainderProblems(numerals, region)
  ];
}

function partProblems(part: SentencePart): SentenceProblem[] {
  if (part.kind === 'text') return [];
  if (part.kind === 'unknown') return [{ weight: 'wrong', kind: 'unknown_figure', written: part.written }];
  const { figure, form } = part;
  if (figure.status === 'hidden') return [{ weight: 'wrong', kind: 'hidden_figure', figure }];
  if (figure.status !== 'shown') return [{ weight: 'wrong', kind: 'missing_figure', figure }];
  const isThere = (form !== 'share' || figure.share !== null) && (form !== 'rate' || figure.rate !== null);
  return isThere ? [] : [{ weight: 'wrong', kind: 'form_not_there', figure }];
}

function boundProblems({ figure, form, claimed, after }: Numeral, region: readonly BoundFigure[]): SentenceProblem[] {
  if (!figure) return [];
  const problems: SentenceProblem[] = [];
  const noun = form === 'bare' || form === 'words' ? nounAfter(after) : null;
  if (noun && noun !== figure.unit) {
    problems.push({ weight: 'wrong', kind: 'other_unit', written: '', unit: figure.unit, noun });
  }
  const isShare = form === 'share' && figure.share !== null;
  if (isShare && !/^\s*av\s/iu.test(after)) problems.push({ weight: 'loose', kind: 'share_without_base', figure });
  return isShare && claimed === figure.base ? problems : [...problems, ...subjectProblems(figure, claimed, region)];
}

function subjectProblems(
  figure: BoundFigure,
  claimed: string | null,
  region: readonly BoundFigure[]
): SentenceProblem[] {
  const said = region.find(({ subject }) => subject === claimed) ?? null;
  if (!claimed || claimed === figure.subject || !isOfOneKind(claimed, said, figure)) return [];
  return [{ weight: 'wrong', kind: 'other_subject', figure, claimed: said }];
}

/** Words are believed against a figure only where both count the same: "av 71 saker er 23 under 18" says two things of cases. */
function isOfOneKind(claimed: string, said: BoundFigure | null, figure: BoundFigure): boolean {
  if (claimed === 'estimate') return !figure.subject.startsWith('estimate=') && figure.unit === 'cases';
  if (figure.subject.startsWith('estimate=')) return figure.subject !== `estimate=${claimed}`;
  return said?.unit === figure.unit;
}

function typedProblems(numeral: Numeral, region: readonly BoundFigure[]): SentenceProblem[] {
  const { loose, written, claimed } = numeral;
  if (!loose) return [];
  if (claimed === 'estimate') return estimateProblems(numeral, region);
  const figure = region.find(({ subject }) => subject === claimed);
  if (!figure) return [{ weight: 'loose', kind: 'typed', written, figure: null }];
  return [typedOf(figure, numeral, loose)];
}

/** What is to be said of a typed number that the words say is of a figure. */
function typedOf(
  figure: BoundFigure,
  { written, before, after }: Numeral,
  { value: typed, isPerCent }: LooseNumber
): SentenceProblem {
  if (figure.status === 'hidden') return { weight: 'wrong', kind: 'hidden_figure', figure };
  const value = isPerCent ? sharePerCent(figure) : figure.value;
  if (value !== null && !isTrueOf(typed, value, before)) {
    return { weight: 'wrong', kind: 'contradicts', written, figure };
  }
  const noun = isPerCent ? null : nounAfter(after);
  if (noun && noun !== figure.unit) return { weight: 'wrong', kind: 'other_unit', written, unit: figure.unit, noun };
  return { weight: 'loose', kind: 'typed', written, figure };
}

/** A share as whole per cent, or null; of what the figure itself has as its base. */
function sharePerCent({ share }: BoundFigure): number | null {
  return share === null ? null : Math.round(share * 100);
}

function estimateProblems({ loose, written }: Numeral, region: readonly BoundFigure[]): SentenceProblem[] {
  const signed = region.filter(({ interval }) => interval !== null);
  if (signed.length === 0) return [{ weight: 'wrong', kind: 'no_estimate', written }];
  const value = loose?.value ?? NaN;
  const within = signed.find(({ interval }) => interval && value >= interval.low && value <= interval.high);
  if (within) return [{ weight: 'loose', kind: 'typed', written, figure: within }];
  return signed.slice(0, 1).map((figure) => ({ weight: 'wrong', kind: 'contradicts', written, figure }));
}

/** "17 av 66" where those that were asked about are 42. */
function baseProblems(numerals: readonly Numeral[], region: readonly BoundFigure[]): SentenceProblem[] {
  return numerals.flatMap((part, index) => {
    const whole = numerals[index + 1];
    return whole && /^\s*av\s+(?:de\s+|dei\s+|alle\s+)?$/iu.test(between(part, whole))
      ? baseProblem(part, whole, region)
      : [];
  });
}

function baseProblem(part: Numeral, whole: Numeral, region: readonly BoundFigure[]): SentenceProblem[] {
  const of = (subject: string | null) => region.find((one) => one.subject === subject);
  const figure = part.figure ?? of(part.claimed);
  const base = figure && of(figure.base);
  const value = whole.figure?.value ?? whole.loose?.value ?? null;
  if (!base || base.value === null || value === null || [base.value, figure.reported].includes(value)) return [];
  return [{ weight: 'wrong', kind: 'other_base', written: whole.written || String(value), figure: base }];
}

function between(one: Numeral, next: Numeral): string {
  return next.before.slice(one.before.length + 1);
}

/** All the answers to a question beside the number who answered, where some have told nothing. */
function remainderProblems(numerals: readonly Numeral[], region: readonly BoundFigure[]): SentenceProblem[] {
  const told = numerals.flatMap(({ figure, claimed }) => figure?.subject ?? claimed ?? []);
  const whole = region.find(({ subject }) => subject === 'answered');
  if (!whole || !told.includes('answered')) return [];
  const questions = new Set(told.filter((subject) => subject.includes('=')).map((subject) => subject.split('=')[0]));
  return [...questions].flatMap((question): SentenceProblem[] => {
    if (question === 'estimate' || question === 'answer_status') return [];
    const parts = region.filter(({ subject }) => subject.startsWith(`${question}=`));
    if (parts.length === 0 || !parts.every(({ subject }) => told.includes(subject))) return [];
    const rest = (whole.value ?? 0) - parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
    return rest === 0 ? [] : [{ weight: 'wrong', kind: 'parts_leave', rest, whole }];
  });
}
