import type { Language } from '#lib/domain/language.ts';
import {
  answerMarks,
  cellsOf,
  isUnremarkable,
  sumOf,
  type CellMark,
  type QualityCell,
  type QualityEntry
} from '#lib/domain/quality-cell.ts';
import { responseOf } from '#lib/domain/quality-filter.ts';
import type { Question, Questionnaire } from '#lib/domain/questionnaire.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { answerText } from '#lib/ui/answer/answer-text.ts';

/** What stands for a mark in a cell, where there is no room for words. */
export const markSigns: Record<CellMark, string> = {
  asked: '?',
  answered: '!',
  explained: '*',
  corrected: '↻',
  surprising: '▲',
  unconfirmed: '☎'
};

/** One cell as it is shown; `label` is what is read aloud where the text does not say it all. */
export type GridCell = { text: string; status: string; marks: string; label?: string };
type GridRow = {
  municipalityNo: string;
  name: string;
  version: number | null;
  mayAccept: boolean;
  response: GridCell;
  review: GridCell;
  /** A figure that is only reported is its text alone: there are thousands. */
  cells: (GridCell | string)[];
};
type GridColumn = { key: string; title: string; isCount: boolean };
type GridSum = { text: string; base: string } | null;
export type Grid = { columns: GridColumn[]; rows: GridRow[]; sums: GridSum[] };
export type Named = QualityEntry & { name: string; hostName: string | null };

/** More municipalities than any region has: they stand in one table, and those of the whole country in pages. */
const longestWhole = 100;
export const rowsOfPage = 60;

/** How many pages so many municipalities take; one for none. */
export function pagesOf(municipalities: number): number {
  return municipalities <= longestWhole ? 1 : Math.ceil(municipalities / rowsOfPage);
}

/** The table of all figures of these municipalities, in words and signs: one page of its rows, from 1, and the sums of all. */
export function gridOf(
  questionnaire: Questionnaire,
  entries: readonly Named[],
  { language, page = 1 }: { language: Language; page?: number }
): Grid {
  const text = messagesIn(language).quality;
  const { questions } = questionnaire;
  const first = (page - 1) * rowsOfPage;
  const shownEntries = pagesOf(entries.length) === 1 ? entries : entries.slice(first, first + rowsOfPage);
  return {
    columns: questions.map(({ key, text: title, type }) => ({
      key,
      title: title[language],
      isCount: type === 'count'
    })),
    rows: shownEntries.map((entry) => ({
      municipalityNo: entry.municipalityNo,
      name: entry.name,
      version: entry.report?.version ?? null,
      mayAccept: entry.report !== null && entry.review !== 'accepted',
      response: responseCell(entry, language),
      review: reviewCell(entry, language),
      cells: cellsOf(questionnaire, entry).map((cell, index) => shown(questions[index], cell, language))
    })),
    sums: questions.map(({ key, type }) => {
      if (type !== 'count') return null;
      const { sum, given, of } = sumOf(entries, key);
      return { text: given === 0 ? '–' : formatNumber(sum, language), base: text.base(given, of) };
    })
  };
}

/** The municipalities whose answers may be accepted together. */
export function unremarkableOf<One extends QualityEntry>(questionnaire: Questionnaire, entries: readonly One[]): One[] {
  return entries.filter((entry) => isUnremarkable(entry, cellsOf(questionnaire, entry)));
}

/** A figure in words with all that is to be said of it. */
export function spokenCell(question: Question, { status, answer, marks }: QualityCell, language: Language): string {
  const text = messagesIn(language).quality;
  const value = status === 'reported' ? answerText(question, answer ?? undefined, language) : text.statuses[status];
  const said = status === 'confirmed_none' ? `0, ${value}` : value;
  return [said, ...marks.map((mark) => text.marks[mark])].join(', ');
}

function shown(question: Question | undefined, cell: QualityCell, language: Language): GridCell | string {
  if (!question) throw new Error('no question for ' + cell.key);
  const { status, answer, marks } = cell;
  if (status !== 'reported') {
    const text = messagesIn(language).quality.signs[status];
    return { text, status, marks: signsOf(marks), label: spokenCell(question, cell, language) };
  }
  const text = answerText(question, answer ?? undefined, language);
  if (marks.length === 0) return text;
  return { text, status, marks: signsOf(marks), label: spokenCell(question, cell, language) };
}

function responseCell(entry: Named, language: Language): GridCell {
  const text = messagesIn(language).quality;
  const response = responseOf(entry);
  const marks = answerMarks(entry);
  const none = entry.hostName === null ? text.statuses[whyNone(entry)] : text.hosted(entry.hostName);
  const said = entry.report ? sentText(entry.report, language) : none;
  return {
    ...{ text: said, status: response === 'answered' ? 'reported' : response, marks: signsOf(marks) },
    ...(marks.length > 0 ? { label: [said, ...marks.map((mark) => text.marks[mark])].join(', ') } : {})
  };
}

/** Which version counts, and how it came when the municipality did not send it in itself. */
function sentText({ version, channel }: NonNullable<QualityEntry['report']>, language: Language): string {
  const { quality, round } = messagesIn(language);
  return channel === 'web' ? quality.sent(version) : `${quality.sent(version)}, ${round.report.channel[channel]}`;
}

function reviewCell(entry: QualityEntry, language: Language): GridCell {
  const text = messagesIn(language).quality;
  if (!entry.report) return { text: '–', status: 'none', marks: '', label: text.statuses[whyNone(entry)] };
  return { text: text.reviews[entry.review], status: entry.review, marks: '' };
}

function whyNone(entry: QualityEntry): 'missing' | 'covered' | 'declined' {
  const response = responseOf(entry);
  return response === 'answered' ? 'missing' : response;
}

function signsOf(marks: readonly CellMark[]): string {
  return marks.map((mark) => markSigns[mark]).join('');
}
