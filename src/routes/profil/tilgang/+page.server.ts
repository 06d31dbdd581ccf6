import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { helpPlaces } from '#lib/domain/whom-to-ask.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { unitName, type Unit } from '#lib/domain/unit.ts';
import { listHelpers } from '#lib/server/grant.ts';
import { Problem } from '#lib/server/problem.ts';
import type { PageServerLoad } from './$types';

// Names only, and for those who have signed in: few may see these grants, so the system reads them.
export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, user } = locals;
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (user.kind !== 'person' || !may(user, { action: 'read_profile' })) throw Problem.notFound();
  const { geography } = app.reference;
  const system = { kind: 'system', task: 'list_helpers' } as const;
  const helpers = await app.db.transaction(system, (tx) => listHelpers(tx, app.clock()));
  const named = ({ unitType, unitId }: Unit) => ({
    unitType,
    unit: unitName(geography, { unitType, unitId }) ?? unitId
  });
  return {
    name: user.name,
    scope: user.scope,
    roles: user.grants.map(({ role, ...unit }) => ({ role, ...named(unit) })),
    places: helpPlaces(geography, user.grants, helpers).map(({ unit, names }) => ({ names, ...named(unit) }))
  };
};
