import type { ImportNote, KnownAnswer } from '#lib/domain/answer-import.ts';
import type { Answers } from '#lib/domain/answer.ts';
import { checkSentence } from '#lib/domain/check.ts';
import { nameColumn, numberColumn, unusedColumn, type ColumnUse } from '#lib/domain/import-column.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { changedLines, problemSentence } from '#lib/ui/answer/answer-text.ts';

type Wording = { questionnaire: Questionnaire; language: Language };
/** A row as it is told of: what its columns hold, and the answers it would give, null when it gives none. */
type PlainNote = Exclude<ImportNote, { code: 'answer' | 'check' | 'replaces' | 'duplicate' }>;
type Told = { uses: readonly ColumnUse[]; answers: Answers | null };

/** What a column can be said to hold, in words. */
export function useName(use: ColumnUse, { questionnaire, language }: Wording): string {
  const { uses } = messagesIn(language).imports;
  if (use === unusedColumn) return uses.unused;
  if (use === numberColumn) return uses.number;
  if (use === nameColumn) return uses.name;
  const asked = [questionnaire.gate, ...questionnaire.questions].find(({ key }) => key === use);
  return asked?.text[language] ?? use;
}

/** The sentence about a row or a cell: what stands there, what is wrong with it, and how to put it right. */
export function noteSentence(note: ImportNote, told: Told, wording: Wording): string {
  const { questionnaire, language } = wording;
  const text = messagesIn(language).imports.note;
  if (isPlain(note)) return cellSentence(note, told.uses, wording);
  switch (note.code) {
    case 'answer':
      return note.problem.code === 'gate_required' && note.problem.value === ''
        ? text.gate_required
        : problemSentence(note.problem, questionnaire, language);
    case 'check':
      return checkSentence(note.failed.check.text[language], note.failed);
    case 'replaces':
      return text.replaces(note.known.version, changesText(note.known, told.answers, wording));
    case 'duplicate':
      return text.duplicate(note.lines.join(', '));
  }
}

function isPlain(note: ImportNote): note is PlainNote {
  return !('problem' in note || 'failed' in note || 'known' in note || 'lines' in note);
}

/** What is said of a row, or of a cell under its question. */
function cellSentence({ code, column, value }: PlainNote, uses: readonly ColumnUse[], wording: Wording): string {
  const text = messagesIn(wording.language).imports.note;
  if (isAboutRow(code)) {
    const said: string | ((value: string) => string) = text[code];
    return typeof said === 'string' ? said : said(value);
  }
  return text[code](column === null ? '' : useName(uses[column] ?? unusedColumn, wording), value);
}

const rowCodes = [
  'no_municipality',
  'not_expected',
  'unknown_municipality',
  'ambiguous_municipality',
  'number_and_name',
  'extra_cells'
] as const;

function isAboutRow(code: PlainNote['code']): code is (typeof rowCodes)[number] {
  return (rowCodes as readonly string[]).includes(code);
}

function changesText({ answers: before }: KnownAnswer, after: Answers | null, { questionnaire, language }: Wording) {
  const text = messagesIn(language).imports.note;
  return changedLines(questionnaire, before, after ?? {}, language)
    .map((line) => text.change(line.question, line.before, line.after))
    .join('; ');
}
