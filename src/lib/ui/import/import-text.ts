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
export function noteSentence(note: ImportNote, { uses, answers }: Told, wording: Wording): string {
  const { questionnaire, language } = wording;
  const text = messagesIn(language).imports.note;
  const question = note.column === null ? '' : useName(uses[note.column] ?? unusedColumn, wording);
  switch (note.code) {
    case 'answer':
      return note.problem.code === 'gate_required' && note.problem.value === ''
        ? text.gate_required
        : problemSentence(note.problem, questionnaire, language);
    case 'check':
      return checkSentence(note.failed.check.text[language], note.failed);
    case 'replaces':
      return text.replaces(note.known.version, changesText(note.known, answers, wording));
    case 'duplicate':
      return text.duplicate(note.lines.join(', '));
    case 'no_municipality':
    case 'not_expected':
      return text[note.code];
    case 'unknown_municipality':
    case 'ambiguous_municipality':
    case 'number_and_name':
    case 'extra_cells':
      return text[note.code](note.value);
    default:
      return text[note.code](question, note.value);
  }
}

function changesText({ answers: before }: KnownAnswer, after: Answers | null, { questionnaire, language }: Wording) {
  const text = messagesIn(language).imports.note;
  return changedLines(questionnaire, before, after ?? {}, language)
    .map((line) => text.change(line.question, line.before, line.after))
    .join('; ');
}
