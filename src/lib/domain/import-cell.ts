import { isWord, plainText, type ImportWords } from './import-words.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/**
 * What a cell says: nothing (blank), a value as the form would have it, a status, that there were no cases, that the
 * figure was not given, or that it is withheld from the table. `isDash` is a zero that was written as a dash.
 */
export type Statement =
  | { says: 'nothing' | 'none' | 'not_given' | 'withheld' }
  | { says: 'dont_know' | 'not_applicable' }
  | { says: 'value'; value: string; isDash: boolean };

const spaces = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/g;
const literal = /^="((?:[^"]|"")*)"$/;
const words = ['dont_know', 'not_applicable', 'none', 'not_given', 'withheld'] as const;

/** A text that Excel shows as it is, and that is read as a value whatever word it is. */
export function literalCell(text: string): string {
  return `="${text.replaceAll('"', '""')}"`;
}

/** The text of a cell, and whether it is written so that it is nothing but text. */
export function readText(cell: string): { text: string; isLiteral: boolean } {
  const trimmed = cell.trim();
  const [, inner] = literal.exec(trimmed) ?? [];
  return inner === undefined
    ? { text: trimmed, isLiteral: false }
    : { text: inner.replaceAll('""', '"').trim(), isLiteral: true };
}

/** What a cell says about a question. What it cannot be is left as it is: the rules of the form refuse it by name. */
export function readCell(question: Question, cell: string, known: ImportWords): Statement {
  const { text, isLiteral } = readText(cell);
  if (text === '' && !isLiteral) return { says: 'nothing' };
  if (question.type === 'choice') return readChoice(question, text, known);
  const word = isLiteral ? undefined : words.find((one) => isWord(known, one, text));
  if (word) return { says: word };
  if (isWord(known, 'zero', text) && !isLiteral) {
    return question.type === 'count' ? { says: 'value', value: '0', isDash: true } : { says: 'not_given' };
  }
  return { says: 'value', value: question.type === 'count' ? plainCount(text) : text, isDash: false };
}

/** What a cell says about whether there were any cases. */
export function readGate({ gate }: Questionnaire, cell: string, known: ImportWords): Statement {
  const { text } = readText(cell);
  if (text === '') return { says: 'nothing' };
  const matches = (option: Record<string, string>) => Object.values(option).some((one) => isSame(one, text));
  if (matches(gate.yes) || isWord(known, 'yes', text)) return { says: 'value', value: 'yes', isDash: false };
  if (matches(gate.none) || isWord(known, 'no', text) || isWord(known, 'none', text)) return { says: 'none' };
  return { says: 'value', value: text, isDash: false };
}

function readChoice(question: Question, text: string, known: ImportWords): Statement {
  const chosen = optionsOf(question).get(plainText(text));
  if (chosen !== undefined) return { says: 'value', value: chosen, isDash: false };
  const word = words.find((one) => one !== 'none' && isWord(known, one, text));
  if (word) return { says: word };
  const said = (['yes', 'no'] as const).find((one) => isWord(known, one, text));
  const option = question.options?.find(({ id }) => id === said);
  return { says: 'value', value: option?.id ?? text, isDash: false };
}

const preparedOptions = new WeakMap<Question, Map<string, string>>();

/** The id of each option by every way to write it; the first has a wording that two share. */
function optionsOf(question: Question): Map<string, string> {
  const known = preparedOptions.get(question);
  if (known) return known;
  const options = new Map<string, string>();
  for (const { id, text } of (question.options ?? []).toReversed()) {
    for (const one of [id, ...Object.values(text)]) options.set(plainText(one), id);
  }
  preparedOptions.set(question, options);
  return options;
}

/** A count without the spaces between thousands and the decimals that Excel adds; "1,000" may be either and stays. */
function plainCount(text: string): string {
  const closed = text.replace(spaces, '');
  const [, whole] = /^(\d+)[.,]0{1,2}$/.exec(closed) ?? [];
  const digits = whole ?? closed;
  const isGrouped = digits === text || whole !== undefined || /^\d{1,3}(?:\D\d{3})+$/.test(text.trim());
  return /^\d+$/.test(digits) && isGrouped ? digits : text;
}

function isSame(one: string, other: string): boolean {
  return plainText(one) === plainText(other);
}
