import { populationAt, type Geography } from '#lib/domain/geography.ts';
import { daysOf, type Round } from '#lib/domain/round.ts';
import type { Background } from '#lib/domain/soft-question.ts';
import type { App } from './app.ts';
import type { PreviousAnswers } from './report.ts';
import { findFrozenBefore } from './round.ts';

/** Where it is read from. */
export type BackgroundSource = Pick<App, 'db' | 'clock' | 'reference' | 'statistics'>;
type Period = Pick<Round, 'periodStart' | 'periodEnd'>;

/** What the counts of a round are held against, whoever reads them: inhabitants, days and the region's known rates. */
export type RoundBackground = { geography: Geography; period: Period; rates: Background['rates'] };

/**
 * Reads it outside any transaction, as the statistics have their own. Only what the public may see of the region's last
 * frozen round is used, so no question tells anything of another municipality.
 */
export async function readRoundBackground(
  { db, clock, reference, statistics }: BackgroundSource,
  round: Round
): Promise<RoundBackground> {
  const reader = { kind: 'system', task: 'statistics' } as const;
  const frozen = await db.transaction(reader, (tx) => findFrozenBefore(tx, round, clock()));
  const rates = frozen ? await statistics.publicRates(frozen) : {};
  return { geography: reference.geography, period: round, rates };
}

/** The same for one municipality, with what it answered last; nothing is that it has answered no round before. */
export function backgroundOf(
  { geography, period, rates }: RoundBackground,
  municipalityNo: string,
  previous: Omit<PreviousAnswers, 'roundName'> | null | undefined
): Background {
  const exposureIn = (one: Period) => populationAt(geography, municipalityNo, one.periodEnd).total * daysOf(one);
  const last = previous ? { answers: previous.answers, exposure: exposureIn(previous) } : null;
  return { exposure: exposureIn(period), last, rates };
}
