import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { municipalitiesAt, type Municipality } from '#lib/domain/geography.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Actor } from '#lib/server/db.ts';
import { actorOf } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { findRound } from '#lib/server/round.ts';

export type Follower = { actor: Actor; round: Round; municipalities: ReadonlyMap<string, Municipality> };

/** The round of an address for someone who follows it; whoever is not signed in is sent to do so, others find nothing. */
export async function openFollower({ app, user }: App.Locals, roundId: string, url: URL): Promise<Follower> {
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (user.kind !== 'person') throw Problem.notFound();
  const round = await app.db.transaction(actorOf(user), (tx) => findRound(tx, roundId));
  if (!round) throw Problem.notFound();
  if (!may(user, { action: 'follow_round', korusRegion: round.korusRegion })) throw Problem.notFound();
  return {
    actor: actorOf(user),
    round,
    municipalities: new Map(municipalitiesAt(app.reference.geography, round.periodEnd).map((m) => [m.number, m]))
  };
}
