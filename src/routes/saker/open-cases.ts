import { redirect } from '@sveltejs/kit';
import { casePartsOf, caseUnitsOf, may } from '#lib/domain/access.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { findCase } from '#lib/server/case/file.ts';
import type { MasterKeys } from '#lib/server/case/master-key.ts';
import type { Tx } from '#lib/server/db.ts';
import type { Posting } from '#lib/server/dispatch/posting.ts';
import { actorOf } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';

/** Whoever works with the cases of a unit; 404 for everybody else. */
export function openCases({ user, app }: App.Locals, url: URL) {
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (user.kind !== 'person' || !may(user, { action: 'list_cases' })) throw Problem.notFound();
  return { user, actor: actorOf(user), units: caseUnitsOf(user), app };
}

/** The keys of the register, where it is in use. */
export function requireKeys({ caseKeys }: App.Locals['app']): MasterKeys {
  if (!caseKeys) throw Problem.notFound();
  return caseKeys;
}

/** One case with the parts that the person who asks has in it; 404 for those who have none. */
export async function requireCase(tx: Tx, user: App.Locals['user'], params: { municipality: string; case: string }) {
  const file = await findCase(tx, { municipalityNo: params.municipality, id: params.case });
  if (!file || !may(user, { action: 'work_with_cases', unitNo: file.unitNo })) throw Problem.notFound();
  return { file, parts: casePartsOf(user, file.unitNo) };
}

/** How what is sent leaves, where the register is in use. */
export function requirePosting({ posting }: App.Locals['app']): Posting {
  if (!posting) throw Problem.notFound();
  return posting;
}
