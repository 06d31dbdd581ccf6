import Papa from 'papaparse';
import { formulaStart } from '#lib/domain/answer-file.ts';
import type { AuditRow } from '#lib/domain/audit.ts';
import { sentenceCase } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { actionText, actorText, changeLines, isSynthetic, type AuditScene } from './audit-text.ts';

const headings = [
  'sequence',
  'at',
  'who',
  'what',
  'change',
  'origin',
  'actorKind',
  'actorId',
  'action',
  'subject',
  'detail',
  'changeText',
  'previousHash',
  'hash'
] as const;
const byteOrderMark = '\uFEFF';

/** The first line of the file, for Norwegian Excel: UTF-8 with a byte order mark, and semicolons. */
export function auditCsvHead({ language }: AuditScene): string {
  const text = messagesIn(language).audit.csv;
  return byteOrderMark + linesOf([headings.map((heading) => text[heading])]);
}

/** Rows in words, and as the store has them, so that the hashes can be made again. */
export function auditCsvLines(rows: readonly AuditRow[], scene: AuditScene): string {
  if (rows.length === 0) return '';
  return linesOf(
    rows.map((row) => [
      String(row.sequence),
      row.at.toISOString(),
      actorText(row, scene),
      sentenceCase(actionText(row, scene)),
      changeText(row, scene),
      row.origin ?? '',
      row.actorKind,
      row.actorId ?? '',
      row.action,
      row.subject,
      row.detailText,
      row.changeText ?? '',
      row.previousHash,
      row.hash
    ])
  );
}

function changeText(row: AuditRow, scene: AuditScene): string {
  const lines = changeLines(row, scene).map(({ question, answer }) => `${question}: ${answer}`);
  const isLabelled = lines.length > 0 && isSynthetic(row, scene);
  return [...lines, ...(isLabelled ? [messagesIn(scene.language).statistics.synthetic] : [])].join('; ');
}

function linesOf(table: string[][]): string {
  return `${Papa.unparse(table, { delimiter: ';', newline: '\r\n', escapeFormulae: formulaStart })}\r\n`;
}
