import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { roundPhase } from '#lib/domain/round.ts';
import { actorOf } from '#lib/server/person.ts';
import { listRounds } from '#lib/server/round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, user } = locals;
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  const actor = user.kind === 'person' ? actorOf(user) : ({ kind: 'public' } as const);
  const all = await app.db.transaction(actor, listRounds);
  const rounds = all.filter(({ korusRegion }) => may(user, { action: 'follow_round', korusRegion }));
  const [only] = rounds;
  if (only && rounds.length === 1 && !url.searchParams.has('alle')) redirect(303, `/kartlegging/${only.id}`);
  const now = app.clock();
  return {
    rounds: rounds.map((round) => ({ ...round, phase: roundPhase(round, now) })),
    mayPrepare: may(user, { action: 'list_rounds' })
  };
};
