import { createHash } from 'node:crypto';
import { may } from '#lib/domain/access.ts';
import { rungNames, type LadderBasis } from '#lib/domain/estimate/ladder.ts';
import { countIndicators, type Indicator } from '#lib/domain/indicator.ts';
import type { Tx } from '#lib/server/db.ts';
import { dataStateHash } from '#lib/server/estimate.ts';
import { readEstimateSource, readLadderBasis, type EstimateSource } from '#lib/server/estimate-basis.ts';
import type { PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { openFollower, type Follower } from '../follow.ts';

/** A round and the figure that is estimated, for an adviser of the region. */
export type EstimateDesk = Follower & { user: PersonUser; indicator: Indicator };

/** The round of an address for someone who estimates; others find nothing. */
export async function openEstimate(locals: App.Locals, roundId: string, url: URL): Promise<EstimateDesk> {
  const follower = await openFollower(locals, roundId, url);
  const { user } = locals;
  const { korusRegion, openedAt } = follower.round;
  if (!may(user, { action: 'estimate_silent', korusRegion }) || user.kind !== 'person') throw Problem.notFound();
  if (openedAt === null) throw Problem.notFound();
  const asked = url.searchParams.get('tall');
  const indicator = countIndicators.find(({ id }) => id === asked) ?? countIndicators[0];
  if (!indicator) throw new Error('no count to estimate');
  return { ...follower, user, indicator };
}

/** What the figure's ladder is made from, with the rounds it was read from. */
export async function readBasis(
  tx: Tx,
  { round, indicator }: EstimateDesk,
  geography: EstimateSource['geography']
): Promise<{ source: EstimateSource; basis: LadderBasis }> {
  const source = await readEstimateSource(tx, round, geography);
  return { source, basis: await readLadderBasis(tx, source, indicator.id) };
}

/** A name for all that the page was made from. */
export function seenState(basis: LadderBasis): string {
  const states = rungNames.map((rung) => dataStateHash(basis, rung));
  return createHash('sha256').update(states.join()).digest('hex').slice(0, 32);
}
