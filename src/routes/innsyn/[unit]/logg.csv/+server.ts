import { may } from '#lib/domain/access.ts';
import { readAuditFilter } from '#lib/domain/audit.ts';
import { listAudit, recordAuditExport } from '#lib/server/audit-log.ts';
import { actorOf } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { auditCsvHead, auditCsvLines } from '#lib/ui/audit/audit-csv.ts';
import { auditedUnit, readScene } from '../audited-unit.ts';
import type { RequestHandler } from './$types';

const most = 500;

// The newest first, 500 rows a transaction, so that a long audit neither fills the memory nor holds a connection.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { user, around } = auditedUnit(locals, params.unit, url);
  if (!may(user, { action: 'read_audit', around })) throw Problem.notFound();
  const { filter } = readAuditFilter(url.searchParams);
  const { db, clock } = locals.app;
  const actor = actorOf(user);
  const scene = await db.transaction(actor, async (tx) => {
    await recordAuditExport(tx, params.unit, filter, clock());
    return readScene(locals, tx);
  });
  let before: number | null = null;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoded(auditCsvHead(scene))),
    pull: async (controller) => {
      const rows = await db.transaction(actor, (tx) =>
        listAudit(tx, params.unit, filter, { before, after: null, most })
      );
      if (rows.length > 0) controller.enqueue(encoded(auditCsvLines(rows, scene)));
      before = rows.at(-1)?.sequence ?? null;
      if (rows.length < most) controller.close();
    }
  });
  const day = clock().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="regionspeil-innsyn-${params.unit}-${day}.csv"`
    }
  });
};

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
