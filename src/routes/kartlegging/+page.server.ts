import { redirect } from '@sveltejs/kit';
import { countiesOf, may } from '#lib/domain/access.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { roundPhase, type Round } from '#lib/domain/round.ts';
import { unitName } from '#lib/domain/unit.ts';
import { mayAnalyse, ownCountiesIn } from '#lib/server/analysable-round.ts';
import { actorOf } from '#lib/server/person.ts';
import { listRounds } from '#lib/server/round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, user } = locals;
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  const actor = user.kind === 'person' ? actorOf(user) : ({ kind: 'public' } as const);
  const all = await app.db.transaction(actor, listRounds);
  const follows = ({ korusRegion }: Round) => may(user, { action: 'follow_round', korusRegion });
  const rounds = all.filter(follows);
  const followsCounty = may(user, { action: 'list_county_rounds' });
  const now = app.clock();
  const [only, ...more] = rounds.length === 1 ? rounds : rounds.filter((round) => roundPhase(round, now) !== 'frozen');
  if (only && more.length === 0 && !followsCounty && !url.searchParams.has('alle')) {
    redirect(303, `/kartlegging/${only.id}`);
  }
  const others = followsCounty ? all.filter((round) => !follows(round)) : [];
  const ofCounties = await Promise.all(others.map((round) => countyRound(locals, round)));
  return {
    rounds: rounds.map((round) => ({ ...round, phase: roundPhase(round, now) })),
    mayPrepare: may(user, { action: 'list_rounds' }),
    ofCounties: ofCounties.filter((round) => round !== null),
    counties: countiesOf(user).map(
      (unitId) => unitName(app.reference.geography, { unitType: 'county', unitId }) ?? unitId
    )
  };
};

/** A round with municipalities of the person's counties, as the list has it; null without any. */
async function countyRound({ app, user }: App.Locals, round: Round) {
  const { id, name, dataKind, closesAt } = round;
  if ((await ownCountiesIn(app, user, round)).length === 0) return null;
  return {
    id,
    name,
    dataKind,
    closesAt,
    phase: roundPhase(round, app.clock()),
    isOpen: await mayAnalyse(app, user, round)
  };
}
