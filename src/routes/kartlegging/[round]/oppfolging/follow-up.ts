import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import type { PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { openFollower, type Follower } from '../follow.ts';

export type FollowUp = Follower & {
  user: PersonUser;
  today: string;
  nameOf: (municipalityNo: string) => string;
};

/** The round of an address for someone who follows up its municipalities; others find nothing. */
export async function openFollowUp(locals: App.Locals, roundId: string, url: URL): Promise<FollowUp> {
  const follower = await openFollower(locals, roundId, url);
  const { round, municipalities } = follower;
  const { user, app } = locals;
  if (user.kind !== 'person' || !may(user, { action: 'follow_up', korusRegion: round.korusRegion })) {
    throw Problem.notFound();
  }
  const nameOf = (municipalityNo: string) => municipalities.get(municipalityNo)?.name ?? municipalityNo;
  return { ...follower, user, today: dayOf(app.clock()), nameOf };
}
