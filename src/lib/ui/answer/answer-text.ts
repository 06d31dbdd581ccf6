import {
  isAsked,
  statusField,
  type Answer,
  type AnswerProblem,
  type Answers,
  type Fields
} from '#lib/domain/answer.ts';
import { checkSentence } from '#lib/domain/check.ts';
import type { Language } from '#lib/domain/language.ts';
import { questionOf, type Question, type Questionnaire } from '#lib/domain/questionnaire.ts';
import { formatMonth, formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** One answer in words; undefined is a question that was not answered. */
export function answerText(question: Question, answer: Answer | undefined, language: Language): string {
  const { value } = messagesIn(language).answer;
  if (!answer) return value.blank;
  if (answer.status !== 'reported') return value[answer.status];
  if (typeof answer.value === 'number') return formatNumber(answer.value, language);
  if (question.type === 'month') return formatMonth(answer.value, language);
  const option = question.options?.find(({ id }) => id === answer.value);
  return option ? option.text[language] : answer.value;
}

/** Every question that has an answer, in the order of the questionnaire, with the answer in words. */
export function answerLines(questionnaire: Questionnaire, answers: Answers, language: Language) {
  return questionnaire.questions
    .filter(({ key }) => answers[key] !== undefined)
    .map((question) => ({
      key: question.key,
      question: question.text[language],
      answer: answerText(question, answers[question.key], language)
    }));
}

/** What stands typed in a form, valid or not, in the order of the questionnaire; fields left empty are not listed. */
export function typedLines(questionnaire: Questionnaire, fields: Fields, language: Language) {
  const { gate, questions } = questionnaire;
  const given = fields[gate.key];
  const gateLine =
    given === 'yes' || given === 'none'
      ? [{ key: gate.key, question: gate.text[language], answer: gate[given][language] }]
      : [];
  const lines = questions
    .filter((question) => isAsked(questionnaire, question, fields))
    .map((question) => ({
      key: question.key,
      question: question.text[language],
      answer: typedText(question, fields, language)
    }));
  return [...gateLine, ...lines.filter(({ answer }) => answer !== '')];
}

function typedText({ key, options }: Question, fields: Fields, language: Language): string {
  const { value } = messagesIn(language).answer;
  const typed = fields[key] ?? '';
  if ([typed, fields[statusField(key)]].includes('dont_know')) return value.dont_know;
  return options?.find(({ id }) => id === typed)?.text[language] ?? typed;
}

/** What stands in one field of a form, in words. */
export function fieldText(
  questionnaire: Questionnaire,
  { field, value }: { field: string; value: string },
  language: Language
): string {
  const { gate } = questionnaire;
  if (field === gate.key && (value === 'yes' || value === 'none')) return gate[value][language];
  const question = questionOfField(questionnaire, field);
  return question ? typedText(question, { [question.key]: value }, language) : value;
}

/** The question that a field of a form belongs to, in words; the field itself when it belongs to none. */
export function fieldLabel(questionnaire: Questionnaire, field: string, language: Language): string {
  const { gate } = questionnaire;
  return (field === gate.key ? gate : questionOfField(questionnaire, field))?.text[language] ?? field;
}

function questionOfField({ questions }: Questionnaire, field: string): Question | undefined {
  return questions.find(({ key }) => key === field || statusField(key) === field);
}

/** The answers that differ between two versions, in words. */
export function changedLines(questionnaire: Questionnaire, before: Answers, after: Answers, language: Language) {
  return questionnaire.questions
    .map((question) => ({
      key: question.key,
      question: question.text[language],
      before: answerText(question, before[question.key], language),
      after: answerText(question, after[question.key], language)
    }))
    .filter((line) => line.before !== line.after);
}

/** The sentence that says what is wrong with a field, what stands there, and how to put it right. */
export function problemSentence(problem: AnswerProblem, questionnaire: Questionnaire, language: Language): string {
  const { problem: words } = messagesIn(language).answer;
  if (problem.code === 'gate_required') return words.gate_required;
  if (problem.code === 'check_failed') {
    const check = questionnaire.checks.find(({ id }) => id === problem.check);
    if (!check) throw new Error(`unknown check: ${problem.check}`);
    return checkSentence(check.text[language], { left: problem.left ?? 0, right: problem.right ?? 0 });
  }
  const question = questionOf(questionnaire, problem.field);
  const label = question.text[language];
  if (problem.code === 'required') {
    return question.type === 'count' || question.type === 'choice' ? words.required(label) : words.requiredText(label);
  }
  return words[problem.code](label, problem.value);
}
