import { boundariesBetween } from '#lib/domain/boundary-change.ts';
import { basisOf, type EstimateBasis } from '#lib/domain/estimate/basis.ts';
import type { LadderBasis, LastRound } from '#lib/domain/estimate/ladder.ts';
import type { Entry } from '#lib/domain/figure.ts';
import type { Geography } from '#lib/domain/geography.ts';
import { daysOf, type Round } from '#lib/domain/round.ts';
import { placesAt, readEntries } from './dataset.ts';
import type { Tx } from './db.ts';
import { listJudgements } from './judgement.ts';
import { findRoundBefore } from './round.ts';

/** Everything reported in a round and in the one before it: for estimates of the whole only. */
export type RoundEntries = { round: Round; entries: readonly Entry[] };
export type EstimateSource = { now: RoundEntries; before: RoundEntries | null; geography: Geography };

/** Reads what the estimates of a round are made from, as far as the actor may. */
export async function readEstimateSource(tx: Tx, round: Round, geography: Geography): Promise<EstimateSource> {
  const before = await findRoundBefore(tx, round);
  return {
    now: await entriesIn(tx, round, geography),
    before: before && (await entriesIn(tx, before, geography)),
    geography
  };
}

/** Everything reported in one round. */
export async function entriesIn(tx: Tx, round: Round, geography: Geography): Promise<RoundEntries> {
  return { round, entries: await readEntries(tx, round.id, placesAt(geography, round.periodEnd)) };
}

/** What the ladder of one figure is made from. */
export async function readLadderBasis(tx: Tx, source: EstimateSource, indicator: string): Promise<LadderBasis> {
  const { round, entries } = source.now;
  const judgements = await listJudgements(tx, { round, indicator });
  return {
    ...basisOf(entries, indicator),
    judgements: new Map(judgements.map(({ municipalityNo, cases, reason }) => [municipalityNo, { cases, reason }])),
    last: source.before && lastRound(source.before, source, indicator)
  };
}

/** What a round told of one figure, by the numbers that its municipalities have in another round. */
export function countsAsIn(basis: EstimateBasis, from: Round, to: Round, geography: Geography): Map<string, number> {
  const { numberOf } = boundariesBetween(geography.changes, { from: from.periodEnd, to: to.periodEnd });
  const counts = new Map<string, number>();
  for (const { municipalityNo, count } of basis.counted) {
    const number = numberOf(municipalityNo);
    if (number !== null) counts.set(number, (counts.get(number) ?? 0) + count);
  }
  return counts;
}

function lastRound(before: RoundEntries, { now, geography }: EstimateSource, indicator: string): LastRound {
  return {
    name: before.round.name,
    daysBefore: daysOf(before.round),
    days: daysOf(now.round),
    counts: countsAsIn(basisOf(before.entries, indicator), before.round, now.round, geography)
  };
}
