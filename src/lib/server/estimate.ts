import { createHash } from 'node:crypto';
import { observedIn, responseOf } from '#lib/domain/estimate/basis.ts';
import { dataStateOf } from '#lib/domain/estimate/data-state.ts';
import { ladderOf, type LadderBasis, type Rung, type RungName } from '#lib/domain/estimate/ladder.ts';
import type { SignedFigures } from '#lib/domain/estimate/later.ts';
import { rangeOf } from '#lib/domain/estimate/outcome.ts';
import type { Round } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import type { PersonUser } from './person.ts';
import { Problem } from './problem.ts';

/** One version of an estimate: signed with its figures, or withdrawn. */
export type EstimateVersion = { indicator: string; version: number; reason: string; byName: string; at: Date } & (
  | { event: 'signed'; rung: RungName; figures: SignedFigures; dataState: string }
  | { event: 'withdrawn'; rung: null; figures: null; dataState: null }
);
type Subject = { round: Pick<Round, 'id' | 'korusRegion'>; indicator: string };
type Signing = { user: PersonUser; at: Date; reason: string };

/** Every version of the estimates of a round, the newest first. */
export function listEstimates(tx: Tx, round: Pick<Round, 'id' | 'korusRegion'>): Promise<EstimateVersion[]> {
  return tx.query<EstimateVersion>(
    `select
      indicator,
      version,
      event,
      rung,
      reason,
      figures,
      data_state as "dataState",
      signed_by_name as "byName",
      signed_at as at
    from estimate
    where korus_region = $1 and round_id = $2
    order by indicator, version desc`,
    [round.korusRegion, round.id]
  );
}

/** The estimate of a figure that is signed and not withdrawn, among its versions with the newest first; null is none. */
export function standingEstimate(
  versions: readonly EstimateVersion[],
  indicator: string
): (EstimateVersion & { event: 'signed' }) | null {
  const newest = versions.find((one) => one.indicator === indicator);
  return newest?.event === 'signed' ? newest : null;
}

/** A name for all that a way is made from, which changes with any of it. */
export function dataStateHash(basis: LadderBasis, rung: RungName): string {
  return createHash('sha256').update(dataStateOf(basis, rung)).digest('hex').slice(0, 32);
}

/** Signs a way with the figures as they are now. Whether it may be chosen is asked before. */
export async function signEstimate(
  tx: Tx,
  { round, indicator }: Subject,
  { basis, rung, ...signing }: Signing & { basis: LadderBasis; rung: RungName }
): Promise<void> {
  const figures = figuresOf(basis, ladderOf(basis), rung);
  const values = ['signed', rung, JSON.stringify(figures), dataStateHash(basis, rung)] as const;
  const version = await addVersion(tx, { round, indicator }, values, signing);
  const detail = { indicator, version, rung };
  await recordAudit(tx, {
    at: signing.at,
    chain: round.korusRegion,
    action: 'estimate_signed',
    subject: round.id,
    detail
  });
}

/** Withdraws the estimate that stands; none that stands is a conflict. */
export async function withdrawEstimate(tx: Tx, { round, indicator }: Subject, signing: Signing): Promise<void> {
  if (!standingEstimate(await listEstimates(tx, round), indicator)) throw Problem.conflict('try-again');
  const version = await addVersion(tx, { round, indicator }, ['withdrawn', null, null, null], signing);
  const detail = { indicator, version };
  await recordAudit(tx, {
    ...{ at: signing.at, chain: round.korusRegion, subject: round.id, detail },
    action: 'estimate_withdrawn'
  });
}

async function addVersion(
  tx: Tx,
  { round, indicator }: Subject,
  values: readonly (string | null)[],
  { user, at, reason }: Signing
): Promise<number> {
  const [added] = await tx.query<{ version: number }>(
    `insert into estimate (
      korus_region, round_id, indicator, version, event, rung, figures, data_state, reason, signed_by, signed_by_name,
      signed_at
    )
    select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6::jsonb, $7, $8, $9, $10, $11
    from estimate
    where korus_region = $1 and round_id = $2 and indicator = $3
    returning version`,
    [round.korusRegion, round.id, indicator, ...values, reason, user.personId, user.name, at]
  );
  return added?.version ?? 0;
}

function figuresOf(basis: LadderBasis, ladder: readonly Rung[], rung: RungName): SignedFigures {
  return {
    observed: observedIn(basis),
    ...responseOf(basis),
    silent: basis.silent.map(({ municipalityNo }) => municipalityNo),
    rungs: ladder.map(({ name, value, low, high }) => ({ name, value, low, high })),
    range: rangeOf(ladder, rung)
  };
}
