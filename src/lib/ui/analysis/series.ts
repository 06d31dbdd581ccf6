import { indicatorOf } from '#lib/domain/indicator.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import type { AnalysisInput } from './scene.ts';

/** How a count went from round to round, told by those that gave it in both. */
export type SeriesPart = { finding: string; table: Table };

/** The development of a count over the chosen rounds, the oldest first; null of a category. */
export function seriesPart({ rows, scene, analysis }: AnalysisInput): SeriesPart | null {
  if (indicatorOf(analysis.indicator).kind === 'category') return null;
  const text = messagesIn(scene.language).analysis;
  const number = (value: number | null) => (value === null ? text.noFigure : formatNumber(value, scene.language));
  const nameOf = (id: string) => scene.rounds.find((round) => round.id === id)?.name ?? id;
  const last = rows.series.findLast(({ reportedAgain }) => reportedAgain > 0);
  return {
    finding: last
      ? text.series.finding(nameOf(last.roundId), number(last.valueBefore), number(last.valueAgain), last.reportedAgain)
      : text.series.none,
    table: {
      caption: text.series.note,
      columns: [
        text.series.round,
        text.series.total,
        text.series.base,
        text.series.before,
        text.series.after,
        text.series.same
      ],
      rows: rows.series.map((row) => ({
        header: nameOf(row.roundId),
        cells: [
          number(row.value),
          text.shortBase(row.reported, row.expected),
          row.reportedAgain > 0 ? number(row.valueBefore) : text.noShare,
          row.reportedAgain > 0 ? number(row.valueAgain) : text.noShare,
          formatNumber(row.reportedAgain, scene.language)
        ]
      }))
    }
  };
}
