import { may } from '#lib/domain/access.ts';
import type { Register } from '#lib/server/case/data-key.ts';
import { Problem } from '#lib/server/problem.ts';
import { openCases, requireCase, requireKeys } from '../../../open-cases.ts';

type Params = { municipality: string; case: string };

/** Does work with a case in one transaction as an archivist of its unit; 404 for everybody else. */
export async function asArchivist<Result>(
  locals: App.Locals,
  { url, params }: { url: URL; params: Params },
  work: (register: Register, found: Awaited<ReturnType<typeof requireCase>> & { personId: string }) => Promise<Result>
): Promise<Result> {
  const { user, actor, app } = openCases(locals, url);
  const masters = requireKeys(app);
  const at = app.clock();
  return app.db.transaction(actor, async (tx) => {
    const found = await requireCase(tx, user, params);
    if (!may(user, { action: 'export_case', unitNo: found.file.unitNo })) throw Problem.notFound();
    return work({ tx, masters, at }, { ...found, personId: user.personId });
  });
}
