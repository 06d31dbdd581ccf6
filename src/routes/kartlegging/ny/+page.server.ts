import { redirect } from '@sveltejs/kit';
import { may, regionsOf } from '#lib/domain/access.ts';
import { compareLists } from '#lib/domain/expected-list.ts';
import { korusRegionIds } from '#lib/domain/geography.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { listAssignments } from '#lib/server/assignment.ts';
import { prepareRound } from '#lib/server/expectation.ts';
import { actorOf } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { proposeRound } from '#lib/server/round-proposal.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, user } = locals;
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  const regions = korusRegionIds.filter((korusRegion) => may(user, { action: 'prepare_round', korusRegion }));
  if (user.kind !== 'person' || regions.length === 0) throw Problem.notFound();
  const { geography } = app.reference;
  const known = { geography, questionnaires: app.questionnaires, now: app.clock() };
  const proposals = await app.db.transaction(actorOf(user), async (tx) => {
    const made = [];
    for (const region of regions) {
      const proposal = await proposeRound(tx, region, known);
      const before = proposal.last ? await listAssignments(tx, proposal.last.id) : [];
      made.push({ ...proposal, before });
    }
    return made;
  });
  return {
    proposals: proposals.map(({ round, list, last, waiting, before }) => {
      const numbers = list.map(({ municipalityNo }) => municipalityNo);
      const lastList = { date: last?.periodEnd ?? round.periodEnd, list: before };
      const { origins, gone } = compareLists(geography, lastList, { date: round.periodEnd, numbers });
      return {
        ...{ round, last: last && { name: last.name }, waiting: waiting.map(({ id, name }) => ({ id, name })) },
        region: geography.korusRegions.find(({ id }) => id === round.korusRegion)?.name ?? round.korusRegion,
        expected: list.length,
        withContact: list.filter(({ contactEmail }) => contactEmail !== null).length,
        changed: last ? origins.filter(({ kind }) => kind !== 'same').length + gone.length : null
      };
    })
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { user, actor, form } = await readSignedInForm(event);
    const { app } = event.locals;
    const region = regionsOf(user).find((id) => id === form.get('region'));
    const korusRegion = korusRegionIds.find((id) => id === region);
    if (!korusRegion || !may(user, { action: 'prepare_round', korusRegion })) throw Problem.notFound();
    const now = app.clock();
    const known = { geography: app.reference.geography, questionnaires: app.questionnaires, now };
    const id = await app.db.transaction(actor, async (tx) => {
      const { round, list } = await proposeRound(tx, korusRegion, known);
      await prepareRound(tx, round, list, { secret: app.secret, at: now });
      return round.id;
    });
    redirect(303, `/kartlegging/${id}/oppsett`);
  }
};
