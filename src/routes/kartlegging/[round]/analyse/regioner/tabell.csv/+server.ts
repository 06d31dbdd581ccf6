import { regionsCsv } from '#lib/ui/analysis/regions-csv.ts';
import { openSideBySide } from '../region-rows.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { input } = await openSideBySide(locals, params.round, url);
  return new Response(regionsCsv(input), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="regionspeil-regioner-${input.scene.roundId}.csv"`
    }
  });
};
