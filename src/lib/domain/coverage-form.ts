import { fieldsOf, parseAnswers, statusField, type AnswerProblem, type Answers, type Fields } from './answer.ts';
import type { Coverage } from './coverage.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Another municipality of the round; `isExpected` when the round's list has it under the one that answers. */
export type Member = { municipalityNo: string; isExpected: boolean };

/** A field of a form about other municipalities that cannot be sent, with the value as typed. */
export type CoverageProblem =
  | { field: string; code: CoverageProblemCode; value: string }
  | { field: string; code: 'figure'; municipalityNo: string; problem: AnswerProblem };
type CoverageProblemCode =
  | 'host_required'
  | 'unknown_host'
  | 'kind_required'
  | 'nobody_chosen'
  | 'unknown_member'
  | 'none_and_figures'
  | 'no_figures';

/** The value of the gate that says that a host answers. */
export const byHost = 'host';
export const hostField = 'cover.host';
/** `own`: for nobody else. `whole`: the figures include others. `each`: figures for each of them. */
export const kindField = 'cover.kind';
export const coverKinds = ['own', 'whole', 'each'] as const;

/** The field that chooses a municipality. */
export function memberField(municipalityNo: string): string {
  return `cover.${municipalityNo}`;
}

/** The field of one figure of another municipality, or of its status; `none` confirms that it had no cases. */
export function figureField(municipalityNo: string, key: string): string {
  return `each.${municipalityNo}.${key}`;
}

/** Whether a name in a form is one of these fields. */
export function isCoverageField(name: string): boolean {
  return /^(cover\.(host|kind|\d{4})|each\.\d{4}\.[a-z0-9_]{1,60}(\.status)?)$/.test(name);
}

/** Whether the form says that a host answers instead. */
export function saysByHost({ gate }: Questionnaire, fields: Fields): boolean {
  return fields[gate.key] === byHost;
}

/** The questions that are asked of each municipality a host answers for: the counts of cases. */
export function figureQuestions(questionnaire: Questionnaire): Questionnaire['questions'] {
  return questionnaire.questions.filter(({ group, type }) => group === 'cases' && type === 'count');
}

/** What a form says of other municipalities; null when it says nothing. It is whole only without problems. */
export function parseCoverage(
  questionnaire: Questionnaire,
  fields: Fields,
  members: readonly Member[]
): { coverage: Coverage | null; problems: CoverageProblem[] } {
  if (saysByHost(questionnaire, fields)) return parseHost(fields, members);
  const value = fields[kindField] ?? '';
  const kind = coverKinds.find((one) => one === value);
  const chosen = Object.keys(fields).flatMap((name) => /^cover\.(\d{4})$/.exec(name)?.[1] ?? []);
  if (kind === 'own') return { coverage: { kind: 'whole', municipalities: [] }, problems: [] };
  if (kind === undefined) {
    const isAsked = chosen.length > 0 || members.some(({ isExpected }) => isExpected);
    return { coverage: null, problems: isAsked ? [{ field: kindField, code: 'kind_required', value }] : [] };
  }
  if (chosen.length === 0) return refused({ field: kindField, code: 'nobody_chosen', value: '' });
  const unknown = chosen.filter((number) => !members.some(({ municipalityNo }) => municipalityNo === number));
  if (unknown.length > 0) {
    const problems = unknown.map((number) => ({ field: kindField, code: 'unknown_member' as const, value: number }));
    return { coverage: null, problems };
  }
  if (kind === 'whole') return { coverage: { kind, municipalities: chosen.sort() }, problems: [] };
  return parseParts(questionnaire, fields, chosen.sort());
}

/** The form fields that give this coverage again; for a host that says nothing, those the list has under it are chosen. */
export function coverageFields(
  questionnaire: Questionnaire,
  coverage: Coverage | null,
  members: readonly Member[]
): Fields {
  const choose = (numbers: string[]) => Object.fromEntries(numbers.map((number) => [memberField(number), 'yes']));
  switch (coverage?.kind) {
    case undefined:
      return choose(members.filter(({ isExpected }) => isExpected).map(({ municipalityNo }) => municipalityNo));
    case 'answered_by':
      return { [questionnaire.gate.key]: byHost, [hostField]: coverage.host };
    case 'not_answered_by':
      return {};
    case 'whole':
      return {
        [kindField]: coverage.municipalities.length === 0 ? 'own' : 'whole',
        ...choose(coverage.municipalities)
      };
    case 'each':
      return {
        [kindField]: 'each',
        ...choose(Object.keys(coverage.figures)),
        ...Object.assign(
          {},
          ...Object.entries(coverage.figures).map(([number, answers]) => partFields(questionnaire, number, answers))
        )
      };
  }
}

function parseHost(fields: Fields, members: readonly Member[]): ReturnType<typeof parseCoverage> {
  const host = fields[hostField] ?? '';
  if (host === '') return refused({ field: hostField, code: 'host_required', value: host });
  const isMember = members.some(({ municipalityNo }) => municipalityNo === host);
  if (!isMember) return refused({ field: hostField, code: 'unknown_host', value: host });
  return { coverage: { kind: 'answered_by', host }, problems: [] };
}

function parseParts(
  questionnaire: Questionnaire,
  fields: Fields,
  numbers: readonly string[]
): ReturnType<typeof parseCoverage> {
  const parts = numbers.map((number) => ({ number, ...parsePart(questionnaire, fields, number) }));
  return {
    coverage: { kind: 'each', figures: Object.fromEntries(parts.map(({ number, answers }) => [number, answers])) },
    problems: parts.flatMap(({ problems }) => problems)
  };
}

function parsePart(
  questionnaire: Questionnaire,
  fields: Fields,
  number: string
): { answers: Answers; problems: CoverageProblem[] } {
  const part = partOf(questionnaire);
  const typed = Object.fromEntries(
    part.questions
      .flatMap(({ key }) => [key, statusField(key)])
      .map((name) => [name, (fields[figureField(number, name)] ?? '').trim()])
  );
  const hasFigures = Object.values(typed).some((value) => value !== '');
  const isNone = fields[figureField(number, 'none')] === 'yes';
  if (isNone === hasFigures) {
    const code = isNone ? 'none_and_figures' : 'no_figures';
    return {
      answers: {},
      problems: [{ field: figureField(number, part.questions[0]?.key ?? 'none'), code, value: number }]
    };
  }
  const { answers, problems } = parseAnswers(part, { ...typed, [part.gate.key]: isNone ? 'none' : 'yes' });
  return {
    answers,
    problems: problems.map((problem) => ({
      field: figureField(number, problem.field),
      ...{ code: 'figure' as const, municipalityNo: number, problem }
    }))
  };
}

/** What is asked of each municipality that a host gives figures for: no figure is needed, and the checks between figures hold as for the host's own. */
export function partOf(questionnaire: Questionnaire): Questionnaire {
  const questions = figureQuestions(questionnaire).map((question) => ({ ...question, required: false }));
  const keys = new Set(questions.map(({ key }) => key));
  const checks = questionnaire.checks.filter(
    ({ kind, left, right }) => kind !== 'at_least_one' && [left, ...right].every((key) => keys.has(key))
  );
  return { ...questionnaire, questions, checks };
}

function partFields(questionnaire: Questionnaire, number: string, answers: Answers): Fields {
  const { [questionnaire.gate.key]: gate, ...typed } = fieldsOf(partOf(questionnaire), answers);
  if (gate === 'none') return { [figureField(number, 'none')]: 'yes' };
  return Object.fromEntries(Object.entries(typed).map(([key, value]) => [figureField(number, key), value]));
}

function refused(problem: CoverageProblem): ReturnType<typeof parseCoverage> {
  return { coverage: null, problems: [problem] };
}
