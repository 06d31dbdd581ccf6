import { casePartsOf, may } from '#lib/domain/access.ts';
import { listReadings } from '#lib/server/case/reading.ts';
import { Problem } from '#lib/server/problem.ts';
import { openCases, requireCase, requireKeys } from '../../../open-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, actor, app } = openCases(locals, url);
  requireKeys(app);
  return app.db.transaction(actor, async (tx) => {
    const { file } = await requireCase(tx, user, params);
    const { unitNo, number, year } = file;
    const maySee = may(user, { action: 'work_with_cases', unitNo });
    if (!maySee || casePartsOf(user, unitNo).every((part) => part === 'sampler')) throw Problem.notFound();
    return { number, year, key: params, readings: await listReadings(tx, file) };
  });
};
