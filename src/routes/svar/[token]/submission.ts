import { parseAnswers, statusField, type Answers, type Fields } from '#lib/domain/answer.ts';
import { checkSentence, failedChecks } from '#lib/domain/check.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { problemSentence } from '#lib/ui/answer/answer-text.ts';
import type { FieldProblem } from '#lib/ui/answer/form-context.ts';

export type SoftQuestion = { id: string; field: string; sentence: string };
export type Submission =
  | { kind: 'refused'; problems: FieldProblem[]; questions: SoftQuestion[] }
  | { kind: 'asked'; questions: SoftQuestion[] }
  | { kind: 'ready'; answers: Answers; reasons: Record<string, string>; name: string };

const longestName = 100;
const longestReason = 300;
const longestField = 5000;

/** The fields of a form that belong to the questionnaire or the sender, as typed but for NUL, which no store takes. */
export function readFields(questionnaire: Questionnaire, form: FormData): Fields {
  const { gate, questions, checks } = questionnaire;
  const names = [
    gate.key,
    'name',
    'confirm',
    ...questions.flatMap(({ key }) => [key, statusField(key)]),
    ...checks.map(({ id }) => reasonField(id))
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' && value !== ''
        ? [[name, value.replaceAll('\0', '').slice(0, longestField)]]
        : [];
    })
  );
}

/** What a draft keeps of a form: who opens it next has confirmed nothing yet. */
export function withoutConfirmation(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'confirm'));
}

/** The key of the form that was sent and the change it was built on; `replaces` is a newer one it may erase. */
export function readBasis(form: FormData): { formKey: string; basedOn: Date | null } {
  const moment = new Date(String(form.get('replaces') ?? form.get('basedOn') ?? ''));
  const formKey = String(form.get('formKey') ?? '');
  return {
    formKey: /^[\w-]{1,100}$/.test(formKey) ? formKey : 'none',
    basedOn: Number.isNaN(moment.getTime()) ? null : moment
  };
}

/** The form field of the reason that answers a soft question. */
function reasonField(checkId: string): string {
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
    ...senderProblems(fields, language)
  ];
  const failed = failedChecks(questionnaire, answers, 'soft');
  const shown = new Set(form.getAll('shown').map(String));
  const questions = failed.map(({ check, left, right }) => ({
    id: check.id,
    field: check.left,
    sentence: checkSentence(check.text[language], { left, right })
  }));
  if (sentences.length > 0) {
    return { kind: 'refused', problems: sentences, questions: questions.filter(({ id }) => shown.has(id)) };
  }
  if (questions.some(({ id }) => !shown.has(id))) return { kind: 'asked', questions };
  const reasons = failed.flatMap(({ check }) => {
    const reason = fields[reasonField(check.id)]?.trim().slice(0, longestReason);
    return reason ? [[check.id, reason]] : [];
  });
  return { kind: 'ready', answers, reasons: Object.fromEntries(reasons), name: (fields.name ?? '').trim() };
}

function senderProblems(fields: Fields, language: Language): FieldProblem[] {
  const { problem } = messagesIn(language).answer;
  const name = (fields.name ?? '').trim();
  const problems: FieldProblem[] = [];
  if (name === '') problems.push({ field: 'name', sentence: problem.name });
  if (name.length > longestName) problems.push({ field: 'name', sentence: problem.nameTooLong });
  if (fields.confirm !== 'yes') problems.push({ field: 'confirm', sentence: problem.confirm });
  return problems;
}
