import { may } from '#lib/domain/access.ts';
import { auditQuery, readAuditFilter, readAuditPlace, type AuditFilter } from '#lib/domain/audit.ts';
import { auditUnitsOf } from '#lib/domain/audit-unit.ts';
import { readAuditPage, recordAuditRead, type AuditPage } from '#lib/server/audit-log.ts';
import { actorOf } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { auditDays } from '#lib/ui/audit/audit-view.ts';
import type { PageServerLoad } from './$types';
import { auditedUnit, readScene } from './audited-unit.ts';

export const csr = false;

const most = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, unit, name, around } = auditedUnit(locals, params.unit, url);
  if (!may(user, { action: 'read_audit', around })) throw Problem.notFound();
  const { filter, problems } = readAuditFilter(url.searchParams);
  const place = readAuditPlace(url.searchParams);
  const { app } = locals;
  const { page, scene } = await app.db.transaction(actorOf(user), async (tx) => {
    await recordAuditRead(tx, params.unit, app.clock());
    return {
      page: await readAuditPage(tx, params.unit, filter, { ...place, most }),
      scene: await readScene(locals, tx)
    };
  });
  const days = auditDays(page.rows, scene);
  const query = auditQuery(filter);
  return {
    ...{ unit, name, filter, problems, days, query },
    typed: { from: url.searchParams.get('fra') ?? '', to: url.searchParams.get('til') ?? '' },
    hasOtherUnits: auditUnitsOf(user, app.reference.geography, app.clock().toISOString().slice(0, 10)).length > 1,
    isMasked: unit.unitType === 'municipality' && !may(user, { action: 'read_answer_changes', around }),
    hasChanges: days.some(({ entries }) => entries.some(({ changes }) => changes !== null)),
    isOpen: url.searchParams.get('endringer') === 'vis',
    here: auditQuery(filter, place),
    ...linksOf(page, filter)
  };
};

/** The addresses of the pages on either side, without their question mark; a page past the ends leads to the newest. */
function linksOf({ rows, hasOlder, hasNewer }: AuditPage, filter: AuditFilter) {
  const [first] = rows;
  const last = rows.at(-1);
  return {
    older: hasOlder && last ? auditQuery(filter, { before: last.sequence }) : null,
    newer: hasNewer ? auditQuery(filter, { after: first?.sequence ?? null }) : null
  };
}
