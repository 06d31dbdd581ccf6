import { redirect } from '@sveltejs/kit';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { unitName, unitOfChain, unitsAround, type Unit } from '#lib/domain/unit.ts';
import type { Tx } from '#lib/server/db.ts';
import type { PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { listRounds } from '#lib/server/round.ts';
import type { AuditScene } from '#lib/ui/audit/audit-text.ts';

type Audited = { user: PersonUser; unit: Unit; name: string; around: Unit[] };

/** The unit of an address and who asks; whoever is not signed in is sent to do so. Rights are asked for by the caller. */
export function auditedUnit({ app, user }: App.Locals, chain: string, url: URL): Audited {
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  const { geography } = app.reference;
  const unit = unitOfChain(geography, chain);
  const name = unit && unitName(geography, unit);
  if (!unit || !name || user.kind !== 'person') throw Problem.notFound();
  return { user, unit, name, around: unitsAround(geography, unit) };
}

/** What the rows are put into words with. */
export async function readScene({ app, language }: App.Locals, tx: Tx): Promise<AuditScene> {
  const { questionnaires, reference } = app;
  return { language, questionnaires, geography: reference.geography, rounds: await listRounds(tx) };
}
