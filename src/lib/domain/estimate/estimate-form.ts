import { rungNames, type Judgement, type RungName } from './ladder.ts';

/** What is wrong with a field of a judgement: no whole number, a number or a reason is missing, or the reason is too long. */
export type JudgementProblem = {
  municipalityNo: string;
  field: 'cases' | 'reason';
  kind: 'not_a_count' | 'missing' | 'too_long';
};
/** A judgement as it was typed. */
export type TypedJudgement = { municipalityNo: string; cases: string; reason: string };
type ReadJudgement = { municipalityNo: string; judgement: Judgement | null };

const longestReason = 500;
const longestSignature = 1000;

/** Reads judgements; both fields empty is none, and one that has problems is not among those read. */
export function readJudgements(typed: readonly TypedJudgement[]): {
  read: ReadJudgement[];
  problems: JudgementProblem[];
} {
  const problems = typed.flatMap(problemsOf);
  const refused = new Set(problems.map(({ municipalityNo }) => municipalityNo));
  const read = typed
    .filter(({ municipalityNo }) => !refused.has(municipalityNo))
    .map(({ municipalityNo, cases, reason }) => ({
      municipalityNo,
      judgement: cases === '' ? null : { cases: Number(cases), reason }
    }));
  return { read, problems };
}

/** What was chosen when an estimate is signed; `remindedAlike` null is that it was not told. */
export type Signature = { rung: RungName; reason: string; remindedAlike: boolean };
export type SignatureProblem = 'no_rung' | 'no_reason' | 'long_reason' | 'no_reminders';

/** Reads how an estimate is signed, or what is missing. */
export function readSignature(typed: Record<'rung' | 'reason' | 'reminded', string>): Signature | SignatureProblem[] {
  const rung = rungNames.find((one) => one === typed.rung);
  const reason = typed.reason.trim();
  const isTold = typed.reminded === 'alike' || typed.reminded === 'unlike';
  const problems: SignatureProblem[] = [
    ...(rung ? [] : (['no_rung'] as const)),
    ...(reason === '' ? (['no_reason'] as const) : []),
    ...(reason.length > longestSignature ? (['long_reason'] as const) : []),
    ...(isTold ? [] : (['no_reminders'] as const))
  ];
  return rung && problems.length === 0 ? { rung, reason, remindedAlike: typed.reminded === 'alike' } : problems;
}

function problemsOf({ municipalityNo, cases, reason }: TypedJudgement): JudgementProblem[] {
  const problem = (field: JudgementProblem['field'], kind: JudgementProblem['kind']) => [
    { municipalityNo, field, kind }
  ];
  if (cases === '' && reason === '') return [];
  if (cases === '') return problem('cases', 'missing');
  if (!/^\d{1,4}$/.test(cases)) return problem('cases', 'not_a_count');
  if (reason === '') return problem('reason', 'missing');
  return reason.length > longestReason ? problem('reason', 'too_long') : [];
}
