import Papa from 'papaparse';
import { answerCells, answerHeadings } from '#lib/domain/answer-table.ts';
import { literalCell } from '#lib/domain/import-cell.ts';
import type { ImportSceneData } from '#lib/domain/import-scene.ts';
import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

const byteOrderMark = '\uFEFF';

/**
 * The municipalities of a round with what they have answered, as an import reads it again: UTF-8 with a byte order mark,
 * semicolons, and numbers as text so that Excel keeps their first zero.
 */
export function answersCsv(scene: ImportSceneData, language: Language): string {
  const wording = { ...scene, language };
  const { uses } = messagesIn(language).imports;
  const known = new Map(scene.known);
  const rows = scene.expected.map(({ number, name }) => [
    literalCell(number),
    name,
    ...answerCells(wording, known.get(number)?.answers ?? null)
  ]);
  const table = [[uses.number, uses.name, ...answerHeadings(wording)], ...rows];
  return `${byteOrderMark}${Papa.unparse(table, { delimiter: ';', newline: '\r\n' })}\r\n`;
}
