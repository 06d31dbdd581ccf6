import { observedIn } from '#lib/domain/estimate/basis.ts';
import { ladderOf, type LadderBasis } from '#lib/domain/estimate/ladder.ts';
import { againstLater, againstNext, type Later, type NextRound } from '#lib/domain/estimate/later.ts';
import { refusalsOf, rungRefusalOf, type Refusal, type RungRefusal } from '#lib/domain/estimate/refusal.ts';
import { basisOf } from '#lib/domain/estimate/basis.ts';
import type { Geography } from '#lib/domain/geography.ts';
import { countIndicators } from '#lib/domain/indicator.ts';
import type { ReleasedEstimate } from '#lib/domain/release-content.ts';
import { daysOf, type Round } from '#lib/domain/round.ts';
import type { Tx } from './db.ts';
import { dataStateHash, listEstimates, standingEstimate, type EstimateVersion } from './estimate.ts';
import { countsAsIn, entriesIn, readEstimateSource, readLadderBasis } from './estimate-basis.ts';
import { findRoundAfter } from './round.ts';

/** Why a release gives no estimate, beside what refuses it: nobody has signed, the data changed since, only what was counted is told. */
type ReleaseRefusal = Refusal | RungRefusal | 'not_signed' | 'data_changed' | 'only_counted';
type Signed = EstimateVersion & { event: 'signed' };
/** A signed estimate with what came in after it; `next` is null until there is a round after. */
export type HeldEstimate = { version: Signed; later: Later; next: NextRound | null };

/**
 * What a release tells of the whole, one a count that somebody is silent of: the signed estimate, or why there is none.
 * `isHidden` tells whether the region's total is hidden. An estimate whose data changed after it was signed is
 * unsigned again.
 */
export async function releasedEstimates(
  tx: Tx,
  round: Round,
  geography: Geography,
  isHidden: (indicator: string) => boolean
): Promise<ReleasedEstimate[]> {
  const source = await readEstimateSource(tx, round, geography);
  const versions = await listEstimates(tx, round);
  const told: ReleasedEstimate[] = [];
  for (const { id: indicator } of countIndicators) {
    const basis = await readLadderBasis(tx, source, indicator);
    if (basis.silent.length === 0) continue;
    const hidden = isHidden(indicator);
    const outcome = outcomeOf(basis, standingEstimate(versions, indicator), hidden);
    told.push({ indicator, observed: hidden ? null : observedIn(basis), outcome });
  }
  return told;
}

/** Every estimate that was signed in a round against what came in later, in the round itself and in the next. */
export async function estimateAgainstLater(tx: Tx, round: Round, geography: Geography): Promise<HeldEstimate[]> {
  const { entries } = await entriesIn(tx, round, geography);
  const after = await findRoundAfter(tx, round);
  const next = after && (await entriesIn(tx, after, geography));
  const signed = (await listEstimates(tx, round)).filter((one) => one.event === 'signed');
  return signed.map((version) => {
    const { indicator, figures } = version;
    const days = { days: daysOf(round), daysAfter: next ? daysOf(next.round) : 1 };
    const counts = next && countsAsIn(basisOf(next.entries, indicator), next.round, round, geography);
    return {
      version,
      later: againstLater(figures, basisOf(entries, indicator)),
      next: counts && againstNext(figures, counts, days)
    };
  });
}

function outcomeOf(basis: LadderBasis, signed: Signed | null, isHidden: boolean): ReleasedEstimate['outcome'] {
  const reasons = reasonsAgainst(basis, signed, isHidden);
  const range = signed?.figures.range ?? null;
  if (reasons.length > 0 || signed === null || range === null) return { kind: 'refused', reasons };
  return { kind: 'interval', rung: signed.rung, ...range, reason: signed.reason, signedBy: signed.byName };
}

function reasonsAgainst(basis: LadderBasis, signed: Signed | null, isHidden: boolean): ReleaseRefusal[] {
  const ladder = ladderOf(basis);
  const refused = refusalsOf(basis, ladder, { isRegion: true, remindedAlike: null, isHidden });
  if (refused.length > 0) return refused;
  if (signed === null) return ['not_signed'];
  if (signed.dataState !== dataStateHash(basis, signed.rung)) return ['data_changed'];
  if (signed.rung === 'lower_bound') return ['only_counted'];
  const rung = rungRefusalOf(basis, ladder, signed.rung);
  return rung ? [rung] : [];
}
