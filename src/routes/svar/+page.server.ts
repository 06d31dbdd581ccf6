import { redirect } from '@sveltejs/kit';
import { may, municipalitiesOf } from '#lib/domain/access.ts';
import { answerAddress } from '#lib/domain/answer-address.ts';
import { hostIn, isAnswer } from '#lib/domain/coverage.ts';
import { unitName } from '#lib/domain/unit.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { roundPhase, takesAnswers } from '#lib/domain/round.ts';
import { listOwnRounds } from '#lib/server/own-rounds.ts';
import { actorOf } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, user } = locals;
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (user.kind !== 'person' || !may(user, { action: 'list_own_rounds' })) throw Problem.notFound();
  const nameOf = (unitId: string | null) =>
    unitId && unitName(app.reference.geography, { unitType: 'municipality', unitId });
  const rounds = await app.db.transaction(actorOf(user), (tx) => listOwnRounds(tx, municipalitiesOf(user)));
  return {
    rounds: rounds.map(({ coverage, ...round }) => ({
      ...round,
      hasAnswered: round.version !== null && isAnswer({ coverage }),
      host: nameOf(hostIn({ coverage }, 'answered_by')),
      address: answerAddress(round),
      municipality: nameOf(round.municipalityNo),
      phase: roundPhase(round, app.clock()),
      isOpen: takesAnswers(round, app.clock(), {
        hasAnswered: round.version !== null,
        extendedUntil: round.extendedUntil
      })
    }))
  };
};
