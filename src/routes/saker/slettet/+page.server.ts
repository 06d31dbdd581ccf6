import { may } from '#lib/domain/access.ts';
import { unitName } from '#lib/domain/unit.ts';
import { listRemovals } from '#lib/server/case/removal.ts';
import { Problem } from '#lib/server/problem.ts';
import { openCases, requireKeys } from '../open-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { user, actor, units, app } = openCases(locals, url);
  requireKeys(app);
  const read = units.filter((unitNo) => may(user, { action: 'read_removals', unitNo }));
  if (read.length === 0) throw Problem.notFound();
  const nameOf = (unitId: string) => unitName(app.reference.geography, { unitType: 'municipality', unitId }) ?? unitId;
  return app.db.transaction(actor, async (tx) => {
    const removals = [];
    for (const unitNo of read) removals.push(...(await listRemovals(tx, unitNo)));
    return { removals: removals.map((one) => ({ ...one, municipality: nameOf(one.municipalityNo) })) };
  });
};
