import { failedChecks } from './check.ts';
import { readMonth, typedMonth } from './month.ts';
import { openedBy, type Question, type Questionnaire } from './questionnaire.ts';
import { readWebAddress } from './web-address.ts';

/** The status of one figure as the municipality gave it. Blank is never zero: an unanswered question has no answer at all. */
export type Answer =
  | { status: 'reported'; value: number | string }
  | { status: 'confirmed_none'; value: 0 }
  | { status: 'dont_know' | 'not_applicable'; value: null };
export type Answers = Record<string, Answer>;

/** What stands in the form, as typed; drafts keep it so, nothing typed is lost. */
export type Fields = Record<string, string>;

/** A field that cannot be sent, with the value as typed. `check` names the hard check that refused it. */
export type AnswerProblem = {
  field: string;
  code: ProblemCode;
  value: string;
  check?: string;
  left?: number;
  right?: number;
};
type ProblemCode =
  | 'required'
  | 'gate_required'
  | 'number_and_unknown'
  | 'not_whole_number'
  | 'too_large'
  | 'unknown_option'
  | 'not_url'
  | 'not_month'
  | 'too_long'
  | 'check_failed';

const largestCount = 9999;
const longestText = 200;

/** `key.status` is the field of "do not know" beside a typed answer; among choices it is a choice of its own. */
export function statusField(key: string): string {
  return `${key}.status`;
}

/** Every field of a form that is about the answer, in the order of the form: not its reasons, and not its sender. */
export function answerFields({ gate, questions }: Questionnaire): string[] {
  return [gate.key, ...questions.flatMap(({ key }) => [key, statusField(key)])];
}

/** Whether a question is asked, given what is typed so far: the gate hides the counts, a choice opens its follow-up. */
export function isAsked(questionnaire: Questionnaire, question: Question, fields: Fields): boolean {
  if (question.group === 'cases' && fields[questionnaire.gate.key] !== 'yes') return false;
  const opener = openedBy(questionnaire, question.key);
  return opener === null || fields[opener.question.key] === opener.option.id;
}

/** Reads a form into answers; every problem names its field and the value typed. Answers are whole only without problems. */
export function parseAnswers(
  questionnaire: Questionnaire,
  fields: Fields
): { answers: Answers; problems: AnswerProblem[] } {
  const gate = questionnaire.gate;
  const gateValue = fields[gate.key] ?? '';
  const answers: Answers = {};
  const problems: AnswerProblem[] = [];
  if (gateValue === 'none') for (const key of gate.zeroes) answers[key] = { status: 'confirmed_none', value: 0 };
  else if (gateValue !== 'yes') problems.push({ field: gate.key, code: 'gate_required', value: gateValue });

  for (const question of questionnaire.questions) {
    if (!isAsked(questionnaire, question, fields)) continue;
    const parsed = parseField(question, fields);
    if (parsed && 'code' in parsed) problems.push(parsed);
    else if (parsed) answers[question.key] = parsed;
  }
  for (const { check, left, right } of failedChecks(questionnaire, answers, 'hard')) {
    problems.push({ field: check.left, code: 'check_failed', value: String(left), check: check.id, left, right });
  }
  return { answers, problems };
}

/** The form fields that give these answers again, for a new version of a report. */
export function fieldsOf(questionnaire: Questionnaire, answers: Answers): Fields {
  const isNone = questionnaire.gate.zeroes.every((key) => answers[key]?.status === 'confirmed_none');
  const fields: Fields = { [questionnaire.gate.key]: isNone ? 'none' : 'yes' };
  for (const { key, type } of questionnaire.questions) {
    const answer = answers[key];
    if (!answer) continue;
    if (answer.status === 'reported') fields[key] = type === 'month' ? typedMonth(answer.value) : String(answer.value);
    else if (answer.status !== 'confirmed_none') fields[type === 'choice' ? key : statusField(key)] = answer.status;
  }
  return fields;
}

function parseField(question: Question, fields: Fields): Answer | AnswerProblem | null {
  const { key, type } = question;
  const value = (fields[key] ?? '').trim();
  const status = type === 'choice' ? value : fields[statusField(key)];
  if (status === 'dont_know' || status === 'not_applicable') {
    if (type !== 'choice' && value !== '') return { field: key, code: 'number_and_unknown', value };
    return { status, value: null };
  }
  if (value === '') return question.required ? { field: key, code: 'required', value } : null;
  const read = readValue(question, value);
  return typeof read === 'object' ? { field: key, code: read.refused, value } : { status: 'reported', value: read };
}

function readValue(question: Question, value: string): number | string | { refused: ProblemCode } {
  switch (question.type) {
    case 'count':
      return readCount(value);
    case 'choice':
      return question.options?.some((option) => option.id === value) ? value : { refused: 'unknown_option' };
    case 'url':
      return readWebAddress(value) ?? { refused: 'not_url' };
    case 'month':
      return readMonth(value) ?? { refused: 'not_month' };
    case 'text':
      return value.length > longestText ? { refused: 'too_long' } : value;
  }
}

function readCount(value: string): number | { refused: ProblemCode } {
  if (!/^[0-9]+$/.test(value)) return { refused: 'not_whole_number' };
  return Number(value) > largestCount ? { refused: 'too_large' } : Number(value);
}
