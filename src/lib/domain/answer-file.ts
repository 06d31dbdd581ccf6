import { statusField, type Fields } from './answer.ts';
import type { DelimitedRow } from './delimited-text.ts';
import type { Language } from './language.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** The statuses of the file's last column; a value alone needs none. */
const fileStatuses = ['reported', 'confirmed_none', 'dont_know', 'not_applicable'] as const;
type FileStatus = (typeof fileStatuses)[number];

/** The words of one language: its columns, and how each status is written. */
export type FileWords = {
  header: Record<'key' | 'question' | 'value' | 'status', string>;
  status: Record<FileStatus, string>;
};

/** A row that cannot be used, with the line an editor shows. */
export type FileProblem = { line: number; code: FileProblemCode; value: string };
type FileProblemCode =
  | 'no_header'
  | 'unknown_key'
  | 'twice'
  | 'unknown_status'
  | 'both'
  | 'not_possible'
  | 'unknown_option'
  | 'not_whole_number'
  | 'too_long';

const longestValue = 200;

/**
 * What a spreadsheet would take for a formula: it gets a `'` before it in the file, which is taken away when the file is
 * read. What is typed with such a `'` gets one more, so that it comes back too.
 */
export const formulaStart = /^'*[=+\-@\t\r]/;

/** The rows of a form as a file: one for each question, with what is typed so far; 0 and blank stay apart. */
export function answerFileRows(
  questionnaire: Questionnaire,
  fields: Fields,
  { words, language }: { words: FileWords; language: Language }
): string[][] {
  const { gate, questions } = questionnaire;
  const { header, status } = words;
  const given = fields[gate.key];
  const gateValue = given === 'yes' || given === 'none' ? gate[given][language] : '';
  const rows = questions.map((question) => {
    const { value, state } = typedIn(question, fields);
    const option = question.options?.find(({ id }) => id === value);
    const isZeroed = given === 'none' && gate.zeroes.includes(question.key);
    const cells = isZeroed
      ? ['', status.confirmed_none]
      : [option?.text[language] ?? value, state ? status[state] : ''];
    return [question.key, question.text[language], ...cells];
  });
  return [
    [header.key, header.question, header.value, header.status],
    [gate.key, gate.text[language], gateValue, ''],
    ...rows
  ];
}

/**
 * The fields of a form that a file fills; a question whose row is blank is emptied, one without a row stays as it was.
 * Nothing is filled unless every row can be used.
 */
export function readAnswerFile(
  questionnaire: Questionnaire,
  rows: readonly DelimitedRow[],
  words: readonly FileWords[]
): { fields: Fields; problems: FileProblem[] } {
  const [head, ...body] = rows;
  const columns = head && columnsOf(head, words);
  if (!columns) return { fields: {}, problems: [{ line: head?.line ?? 1, code: 'no_header', value: '' }] };
  const fields: Fields = {};
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  for (const row of body) {
    const at = (column: number) => plainCell(row.cells[column] ?? '');
    const cells = { line: row.line, key: at(columns.key), value: at(columns.value), status: at(columns.status) };
    const read = seen.has(cells.key) ? refuse(cells, 'twice', cells.key) : readRow(questionnaire, cells, words);
    seen.add(cells.key);
    if ('code' in read) problems.push(read);
    else Object.assign(fields, read.fields);
  }
  return problems.length > 0 ? { fields: {}, problems } : { fields, problems };
}

/** What stands in a form after a file was put into it; empty fields are gone. */
export function filledWith(fields: Fields, fromFile: Fields): Fields {
  return Object.fromEntries(Object.entries({ ...fields, ...fromFile }).filter(([, value]) => value !== ''));
}

type Cells = { line: number; key: string; value: string; status: string };

function readRow(
  questionnaire: Questionnaire,
  cells: Cells,
  words: readonly FileWords[]
): FileProblem | { fields: Fields } {
  const { key, value, status } = cells;
  if (key === questionnaire.gate.key) return readGate(questionnaire, cells);
  const question = questionnaire.questions.find((candidate) => candidate.key === key);
  if (!question) return refuse(cells, 'unknown_key', key);
  const state =
    status === ''
      ? null
      : fileStatuses.find((one) =>
          isWord(
            status,
            one,
            words.map((w) => w.status[one])
          )
        );
  if (state === undefined) return refuse(cells, 'unknown_status', status);
  if (state === 'dont_know' || state === 'not_applicable') return readUnknown(question, state, cells);
  if (state === 'confirmed_none') return confirmedNone(questionnaire, question, cells);
  return value === '' ? { fields: emptied(question) } : readValue(question, cells);
}

function plainCell(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1).trim() : text;
}

function readGate({ gate }: Questionnaire, cells: Cells): FileProblem | { fields: Fields } {
  if (cells.value === '') return { fields: { [gate.key]: '' } };
  const choice = (['yes', 'none'] as const).find((one) => isWord(cells.value, one, Object.values(gate[one])));
  return choice ? { fields: { [gate.key]: choice } } : refuse(cells, 'unknown_option', cells.value);
}

function readUnknown(question: Question, state: 'dont_know' | 'not_applicable', cells: Cells) {
  if (cells.value !== '') return refuse(cells, 'both', cells.value);
  const field = question.type === 'choice' ? question.key : statusField(question.key);
  return { fields: { ...emptied(question), [field]: state } };
}

/** The counts that "no cases" sets to 0 say so by the answer at the top, and hold no number of their own. */
function confirmedNone({ gate }: Questionnaire, question: Question, cells: Cells) {
  const isPossible = gate.zeroes.includes(question.key) && (cells.value === '' || cells.value === '0');
  return isPossible ? { fields: emptied(question) } : refuse(cells, 'not_possible', cells.status);
}

function readValue(question: Question, cells: Cells): FileProblem | { fields: Fields } {
  const { value } = cells;
  const filled = (read: string) => ({ fields: { ...emptied(question), [question.key]: read } });
  if (value.length > longestValue) return refuse(cells, 'too_long', '');
  if (question.type === 'count') {
    return /^[0-9]{1,4}$/.test(value) ? filled(value) : refuse(cells, 'not_whole_number', value);
  }
  if (question.type !== 'choice') return filled(value);
  const option = question.options?.find(({ id, text }) => isWord(value, id, Object.values(text)));
  return option ? filled(option.id) : refuse(cells, 'unknown_option', value);
}

function typedIn({ key, type }: Question, fields: Fields): { value: string; state: FileStatus | null } {
  const value = fields[key] ?? '';
  const status = type === 'choice' ? value : fields[statusField(key)];
  const state = status === 'dont_know' || status === 'not_applicable' ? status : null;
  return { value: type === 'choice' && state ? '' : value, state };
}

function emptied({ key, type }: Question): Fields {
  return type === 'choice' ? { [key]: '' } : { [key]: '', [statusField(key)]: '' };
}

function columnsOf(head: DelimitedRow, words: readonly FileWords[]) {
  const find = (name: keyof FileWords['header']) =>
    head.cells.findIndex((cell) =>
      isWord(
        cell,
        name,
        words.map((one) => one.header[name])
      )
    );
  const columns = { key: find('key'), value: find('value'), status: find('status') };
  return columns.key < 0 || columns.value < 0 ? null : columns;
}

function isWord(typed: string, id: string, words: readonly string[]): boolean {
  const plain = typed.trim().toLowerCase();
  return plain === id || words.some((word) => word.toLowerCase() === plain);
}

function refuse({ line }: Cells, code: FileProblemCode, value: string): FileProblem {
  return { line, code, value };
}
