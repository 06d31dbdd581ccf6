import type { AuditRow } from '#lib/domain/audit.ts';
import { formatDate, formatMoment, formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { actionText, actorText, changeLines, isSynthetic, type AuditScene, type ChangeLine } from './audit-text.ts';

/** A row of the audit as it is shown; `changes` is null when no answer was changed, or the reader may not know what. */
type AuditEntry = {
  sequence: number;
  time: string;
  moment: string;
  who: string;
  what: string;
  trace: string[];
  changes: { title: string; chip: string | null; lines: ChangeLine[] } | null;
};
export type AuditDay = { day: string; entries: AuditEntry[] };

const hashStart = 8;

/** The rows as they are shown, in their order, under the days they were written. */
export function auditDays(rows: readonly AuditRow[], scene: AuditScene): AuditDay[] {
  const days: AuditDay[] = [];
  for (const row of rows) {
    const day = formatDate(row.at, scene.language);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entryOf(row, scene));
    else days.push({ day, entries: [entryOf(row, scene)] });
  }
  return days;
}

function entryOf(row: AuditRow, scene: AuditScene): AuditEntry {
  const { language } = scene;
  const text = messagesIn(language).audit;
  const lines = changeLines(row, scene);
  const chip = isSynthetic(row, scene) ? messagesIn(language).statistics.synthetic : null;
  return {
    sequence: row.sequence,
    time: formatMoment(row.at, language).split(' kl. ')[1] ?? '',
    moment: row.at.toISOString(),
    who: actorText(row, scene),
    what: actionText(row, scene),
    trace: [
      row.origin === null ? text.noOrigin : text.origin(row.origin),
      text.row(formatNumber(row.sequence, language)),
      text.hash(row.hash.slice(0, hashStart))
    ],
    changes: lines.length > 0 ? { title: row.detail.version === 1 ? text.answered : text.changed, chip, lines } : null
  };
}
