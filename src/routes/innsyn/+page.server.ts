import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { auditUnitsOf, findAuditUnits, type AuditUnit } from '#lib/domain/audit-unit.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import type { UnitType } from '#lib/domain/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const mostInList = 100;
const kinds: readonly UnitType[] = ['country', 'korus_region', 'county', 'municipality', 'advisory_unit'];

export const load: PageServerLoad = ({ locals, url }) => {
  const { app, user } = locals;
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (!may(user, { action: 'list_audits' })) throw Problem.notFound();
  const { geography } = app.reference;
  const all = auditUnitsOf(user, geography, app.clock().toISOString().slice(0, 10));
  const units = all.filter(({ hasEnded }) => !hasEnded);
  const [only] = units;
  if (only && units.length === 1) redirect(303, `/innsyn/${only.chain}`);
  const words = (url.searchParams.get('sok') ?? '').trim();
  const found = words === '' ? null : findAuditUnits(all, words);
  return {
    words,
    hasSearch: units.length > 10,
    found: found && listOf(found),
    nearest: listOf(units.filter(({ distance }) => distance === 0)),
    sections: kinds
      .map((kind) => ({ kind, ...listOf(units.filter((one) => one.unitType === kind && one.distance > 0)) }))
      .filter(({ total }) => total > 0)
  };
};

/** The units of a list; none of them when they are too many to be read. */
function listOf(units: readonly AuditUnit[]) {
  return { total: units.length, units: units.length > mostInList ? [] : units };
}
