import { parseAnswers, statusField, type Answers, type Fields } from '#lib/domain/answer.ts';
import { checkSentence, failedChecks } from '#lib/domain/check.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { problemSentence } from '#lib/ui/answer/answer-text.ts';

export type FieldProblem = { field: string; sentence: string };
export type SoftQuestion = { id: string; field: string; sentence: string };
export type Submission =
  | { kind: 'refused'; problems: FieldProblem[] }
  | { kind: 'asked'; questions: SoftQuestion[] }
  | { kind: 'ready'; answers: Answers; reasons: Record<string, string>; name: string };

const longestName = 100;
const longestReason = 300;

/** The fields of a form that belong to the questionnaire or the sender, each cut to a length no honest answer needs. */
export function readFields(questionnaire: Questionnaire, form: FormData): Fields {
  const { gate, questions, checks } = questionnaire;
  const names = [
    gate.key,
    'name',
    ...questions.flatMap(({ key }) => [key, statusField(key)]),
    ...checks.map(({ id }) => reasonField(id))
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' && value !== '' ? [[name, value.slice(0, 1000)]] : [];
    })
  );
}

/** The form field of the reason that answers a soft question. */
export function reasonField(checkId: string): string {
  return `reason.${checkId}`;
}

/** What becomes of a form that is sent in: refused with sentences, asked about once, or ready to be stored. */
export function readSubmission(questionnaire: Questionnaire, form: FormData, language: Language): Submission {
  const fields = readFields(questionnaire, form);
  const { answers, problems } = parseAnswers(questionnaire, fields);
  const sentences = [
    ...problems.map((problem) => ({
      field: problem.field,
      sentence: problemSentence(problem, questionnaire, language)
    })),
    ...senderProblems(fields, form, language)
  ];
  if (sentences.length > 0) return { kind: 'refused', problems: sentences };
  const failed = failedChecks(questionnaire, answers, 'soft');
  const shown = new Set(form.getAll('shown').map(String));
  if (failed.some(({ check }) => !shown.has(check.id))) {
    const questions = failed.map(({ check, left, right }) => ({
      id: check.id,
      field: check.left,
      sentence: checkSentence(check.text[language], { left, right })
    }));
    return { kind: 'asked', questions };
  }
  const reasons = failed.flatMap(({ check }) => {
    const reason = fields[reasonField(check.id)]?.trim().slice(0, longestReason);
    return reason ? [[check.id, reason]] : [];
  });
  return { kind: 'ready', answers, reasons: Object.fromEntries(reasons), name: (fields.name ?? '').trim() };
}

function senderProblems(fields: Fields, form: FormData, language: Language): FieldProblem[] {
  const { problem } = messagesIn(language).answer;
  const name = (fields.name ?? '').trim();
  const problems: FieldProblem[] = [];
  if (name === '') problems.push({ field: 'name', sentence: problem.name });
  if (name.length > longestName) problems.push({ field: 'name', sentence: problem.nameTooLong });
  if (form.get('confirm') !== 'yes') problems.push({ field: 'confirm', sentence: problem.confirm });
  return problems;
}
