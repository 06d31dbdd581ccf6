import type { Text } from './language.ts';
import { isAlike } from './question-change.ts';
import { questionTypes, readAddon, type Option, type Question } from './questionnaire.ts';
import { storableText } from './storable-text.ts';

/** A field of the editor that cannot be kept, with the value as typed. */
export type QuestionProblem = {
  field: string;
  code: 'missing' | 'too_long' | 'unknown_type' | 'too_few_options' | 'same_option' | 'lineage_missing';
  value: string;
};
type Typed = Readonly<Record<string, string>>;

/** Respondents have little time: a region may add this many questions to the core. */
export const mostRegionalQuestions = 8;
/** The choices that the editor has room for. */
export const mostOptions = 8;
export const textLanguages = ['nb', 'nn', 'en'] as const;
const longest = { text: 200, definition: 400, note: 400, option: 100 };
const longestCode = 40;

/**
 * Reads a region's question from the editor. A known question keeps its code, so that its series goes on; a new one gets
 * a code of its own that none of `taken` has. `before` is how the same code was asked in the round before, or null.
 */
export function readRegionalQuestion(
  typed: Typed,
  context: { korusRegion: string; key: string | null; taken: readonly string[]; before: Question | null }
): { question: Question; problems: QuestionProblem[] } {
  const problems: QuestionProblem[] = [];
  const text = readText(typed, 'text', problems);
  const type = questionTypes.find((one) => one === typed['type']);
  if (!type) problems.push({ field: 'type', code: 'unknown_type', value: typed['type'] ?? '' });
  const options = type === 'choice' ? readOptions(typed, problems) : null;
  const question: Question = {
    key: context.key ?? questionCode(context.korusRegion, text.nb, context.taken),
    type: type ?? 'count',
    group: 'regional',
    required: typed['required'] === 'yes',
    text,
    definition: readText(typed, 'definition', problems),
    ...(options && { options })
  };
  const lineage = readLineage(typed, { question, before: context.before }, problems);
  return { question: lineage ? { ...question, lineage } : question, problems };
}

/** The fields of the editor that give this question again. */
export function typedQuestion(question: Question): Record<string, string> {
  const fields: Record<string, string> = { type: question.type, required: question.required ? 'yes' : '' };
  for (const language of textLanguages) {
    fields[`text.${language}`] = question.text[language];
    fields[`definition.${language}`] = question.definition[language];
    fields[`note.${language}`] = question.lineage?.note?.[language] ?? '';
    question.options?.forEach((option, index) => {
      fields[`option.${index}.${language}`] = option.text[language];
    });
  }
  question.options?.forEach(({ id }, index) => {
    fields[`option.${index}.id`] = id;
  });
  fields['lineage'] = question.lineage?.is ?? '';
  return fields;
}

/** The same questions for another round: nothing is declared about them until someone changes one. */
export function askedAgain(questions: readonly Question[]): Question[] {
  return questions.map((question) => {
    const { lineage, ...asked } = question;
    return lineage ? asked : question;
  });
}

/** The code a new question gets: its region and words, in letters that every program reads. */
export function questionCode(korusRegion: string, words: string, taken: readonly string[]): string {
  const code = `${plain(korusRegion)}_${plain(words) || 'question'}`.slice(0, longestCode).replace(/_+$/, '');
  return freeCode(code, taken);
}

function freeCode(code: string, taken: readonly string[]): string {
  if (!taken.includes(code)) return code;
  for (let number = 2; ; number += 1) {
    const numbered = `${code.slice(0, longestCode - 4)}_${number}`;
    if (!taken.includes(numbered)) return numbered;
  }
}

/**
 * The questions with one more, or with the one of the same code changed; null when there is room for no more. A new one
 * gets another code when somebody else has taken its own meanwhile.
 */
export function putQuestion(questions: readonly Question[], question: Question, isNew: boolean): Question[] | null {
  const codes = questions.map(({ key }) => key);
  if (!isNew && codes.includes(question.key)) {
    return questions.map((one) => (one.key === question.key ? question : one));
  }
  if (questions.length >= mostRegionalQuestions) return null;
  return [...questions, { ...question, key: freeCode(question.key, codes) }];
}

/** A question that was removed, from what the page kept of it; null for anything that the editor would not have made. */
export function readRemoved(
  kept: string,
  { korusRegion, taken, earlier }: { korusRegion: string; taken: readonly string[]; earlier: readonly Question[] }
): Question | null {
  const removed = readAddon(kept)?.[0];
  if (!removed?.key.startsWith(`${plain(korusRegion)}_`) || taken.includes(removed.key)) return null;
  const before = earlier.find(({ key }) => key === removed.key) ?? null;
  const read = readRegionalQuestion(typedQuestion(removed), { korusRegion, key: removed.key, taken: [], before });
  return read.problems.length === 0 ? read.question : null;
}

/** The questions with one of them moved one place up (-1) or down (1); past the ends nothing moves. */
export function moveQuestion(questions: readonly Question[], key: string, by: -1 | 1): Question[] {
  const from = questions.findIndex((question) => question.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= questions.length) return [...questions];
  const moved = [...questions];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

function readText(typed: Typed, part: 'text' | 'definition' | 'note', problems: QuestionProblem[]) {
  const read = { nb: '', nn: '', en: '' };
  for (const language of textLanguages) {
    const field = `${part}.${language}`;
    read[language] = oneLine(typed[field]);
    if (read[language] === '') problems.push({ field, code: 'missing', value: '' });
    if (read[language].length > longest[part]) problems.push({ field, code: 'too_long', value: read[language] });
  }
  return read;
}

function readOptions(typed: Typed, problems: QuestionProblem[]): Option[] {
  const options: Option[] = [];
  for (let index = 0; index < mostOptions; index += 1) {
    const read = (language: (typeof textLanguages)[number]) => oneLine(typed[`option.${index}.${language}`]);
    const text = { nb: read('nb'), nn: read('nn'), en: read('en') };
    if (textLanguages.every((language) => text[language] === '')) continue;
    problems.push(...optionProblems(text, `option.${index}`, options));
    options.push({ id: optionCode(typed[`option.${index}.id`], text.nb, options), text });
  }
  if (options.length < 2) problems.push({ field: 'option.0.nb', code: 'too_few_options', value: '' });
  return options;
}

function optionProblems(text: Text, field: string, others: readonly Option[]): QuestionProblem[] {
  return textLanguages.flatMap((language): QuestionProblem[] => {
    const value = text[language];
    const problem = { field: `${field}.${language}`, value };
    if (value === '') return [{ ...problem, code: 'missing' }];
    if (value.length > longest.option) return [{ ...problem, code: 'too_long' }];
    return others.some((option) => option.text[language] === value) ? [{ ...problem, code: 'same_option' }] : [];
  });
}

function optionCode(known: string | undefined, words: string, others: readonly Option[]): string {
  const taken = others.map(({ id }) => id);
  const code = known && /^[a-z0-9_]{1,40}$/.test(known) ? known : plain(words).slice(0, longestCode) || 'option';
  if (!taken.includes(code) && code !== 'dont_know') return code;
  return `${code.slice(0, longestCode - 3)}_${others.length + 1}`;
}

function readLineage(
  typed: Typed,
  { question, before }: { question: Question; before: Question | null },
  problems: QuestionProblem[]
): Question['lineage'] | null {
  if (!before || isAlike(before, question)) return null;
  const is = typed['lineage'];
  if (is === 'same' && before.type === question.type) return { is, note: null };
  if (is === 'changed') return { is, note: readText(typed, 'note', problems) };
  problems.push({ field: 'lineage', code: 'lineage_missing', value: is ?? '' });
  return null;
}

function oneLine(value: string | undefined): string {
  return storableText(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
