import { byUrgency, callViewOf, isInView } from '#lib/domain/call-list.ts';
import { listSilent, recordCallListExport } from '#lib/server/follow-up.ts';
import { callListCsv } from '#lib/ui/follow-up/call-list-csv.ts';
import { openFollowUp } from '../follow-up.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { app, language } = locals;
  const { actor, round, municipalities, today, nameOf } = await openFollowUp(locals, params.round, url);
  const silent = await app.db.transaction(actor, async (tx) => {
    await recordCallListExport(tx, round, app.clock());
    return listSilent(tx, round.id, today);
  });
  const county = url.searchParams.get('fylke') || null;
  const view = callViewOf(url.searchParams.get('vis'));
  const rows = silent
    .filter(({ municipalityNo }) => county === null || municipalities.get(municipalityNo)?.countyNumber === county)
    .filter((one) => isInView(one, view))
    .map((one) => ({ ...one, name: nameOf(one.municipalityNo) }))
    .toSorted(byUrgency);
  return new Response(callListCsv(rows, { language, dataKind: round.dataKind }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="regionspeil-ringeliste-${round.id}-${today}.csv"`
    }
  });
};
