import Papa from 'papaparse';
import type { Fields } from '#lib/domain/answer.ts';
import { answerFileRows, formulaStart, readAnswerFile } from '#lib/domain/answer-file.ts';
import { readDelimitedText } from '#lib/domain/delimited-text.ts';
import { languages, type Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

const byteOrderMark = '\uFEFF';
/** The whole form is a few kilobytes; more is another file. */
export const largestFile = 200_000;

/** A form as a file for Norwegian Excel, with what is typed so far: UTF-8 with a byte order mark, semicolons. */
export function answerCsv(questionnaire: Questionnaire, fields: Fields, language: Language): string {
  const rows = answerFileRows(questionnaire, fields, { words: messagesIn(language).answering.file, language });
  const csv = Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: formulaStart });
  return `${byteOrderMark}${csv}\r\n`;
}

/** The fields that a file fills, or a sentence for each thing that is wrong with it. */
export function readAnswerCsv(
  questionnaire: Questionnaire,
  bytes: Uint8Array,
  language: Language
): { fields: Fields; sentences: string[] } {
  const { problem, header } = messagesIn(language).answering.file;
  const refused = (...sentences: string[]) => ({ fields: {}, sentences });
  const text = readDelimitedText(bytes);
  if ('refused' in text) return refused(text.refused === 'quotes' ? problem.quotes(text.line) : problem[text.refused]);
  if (text.rows.length === 0) return refused(problem.empty);
  const words = languages.map((one) => messagesIn(one).answering.file);
  const { fields, problems } = readAnswerFile(questionnaire, text.rows, words);
  const columns = [header.key, header.question, header.value, header.status].map((name) => `«${name}»`).join(', ');
  const sentences = problems.map(({ code, line, value }) =>
    code === 'no_header' ? problem.no_header(columns) : problem[code](line, value)
  );
  return { fields, sentences };
}
