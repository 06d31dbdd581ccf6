import { changeBetween, type ExposedCount } from '#lib/domain/change.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';

/** The cases of the own municipality in a round; null where it gave no figure. */
export type OwnRound = {
  name: string;
  periodStart: string;
  periodEnd: string;
  received: ExposedCount | null;
  isSynthetic: boolean;
};
export type HistoryPart = { finding: string; table: Table };

/** The own figures round by round, the newest first, with what has changed since the one before; null without an earlier round. */
export function historyPart(rounds: readonly OwnRound[], language: Language): HistoryPart | null {
  const text = messagesIn(language).ownPage.history;
  const { statistics } = messagesIn(language);
  const [now, before] = rounds;
  if (!now || !before) return null;
  return {
    finding: findingOf(before, now, text),
    table: {
      caption: text.caption,
      columns: [text.round, text.period, text.received],
      rows: rounds.map(({ name, periodStart, periodEnd, received, isSynthetic }) => ({
        header: isSynthetic ? `${name} (${statistics.synthetic})` : name,
        cells: [
          text.from(formatDate(periodStart, language), formatDate(periodEnd, language)),
          received ? formatNumber(received.count, language) : statistics.noFigure
        ]
      }))
    }
  };
}

function findingOf(before: OwnRound, now: OwnRound, text: ReturnType<typeof messagesIn>['ownPage']['history']): string {
  if (!now.received || !before.received) return text.unknown;
  const { isTold, low } = changeBetween(before.received, now.received);
  const [from, to] = [before.received.count, now.received.count];
  if (!isTold) return text.notTold(from, to, before.name);
  return text.told(from, to, before.name, low > 1);
}
