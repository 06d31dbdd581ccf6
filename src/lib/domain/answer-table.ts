import { formulaStart } from './answer-file.ts';
import { fieldsOf, statusField, type Answers } from './answer.ts';
import { literalCell, readCell } from './import-cell.ts';
import type { ImportWords } from './import-words.ts';
import type { Language } from './language.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

type Wording = { questionnaire: Questionnaire; words: ImportWords; language: Language };

/**
 * The headings of the gate and the questions, each told apart from the others and none a formula; `guessColumns` knows them
 * again.
 */
export function answerHeadings({ questionnaire, language }: Wording): string[] {
  const asked = [questionnaire.gate, ...questionnaire.questions];
  return asked.map(({ key, text }) => {
    const isAlone = asked.filter((other) => other.text[language] === text[language]).length === 1;
    return isAlone ? wordsOr(key, text[language]) : key;
  });
}

/**
 * The cells of one municipality's answer under those headings, as an import reads them: `..` where nothing was given, the
 * words for a status, 0 beside the gate's "no" for a confirmed none. All blank for no answer: a blank cell says nothing.
 */
export function answerCells(wording: Wording, answers: Answers | null): string[] {
  const { questionnaire, words, language } = wording;
  const { gate, questions } = questionnaire;
  if (answers === null) return [gate, ...questions].map(() => '');
  const fields = fieldsOf(questionnaire, answers);
  const given = fields[gate.key] === 'none' ? gate.none : gate.yes;
  const cells = questions.map((question) => {
    const { key } = question;
    if (answers[key]?.status === 'confirmed_none') return '0';
    const status = fields[question.type === 'choice' ? key : statusField(key)];
    if (status === 'dont_know' || status === 'not_applicable') return words[status].text[language];
    return valueCell(question, fields[key], wording);
  });
  return [given[language], ...cells];
}

function valueCell(question: Question, value: string | undefined, { words, language }: Wording): string {
  if (value === undefined) return words.not_given.text[language];
  if (question.type === 'count') return value;
  const option = question.options?.find(({ id }) => id === value);
  if (option) return wordsOr(option.id, option.text[language]);
  // Excel makes dates of months, and formulas of what begins as one.
  const read = readCell(question, value, words);
  const isPlain = question.type === 'url' && read.says === 'value' && read.value === value;
  return isPlain ? value : literalCell(value);
}

/** Words that a spreadsheet would take for a formula are left out for their code, which an import knows too. */
function wordsOr(code: string, text: string): string {
  return formulaStart.test(text) ? code : text;
}
