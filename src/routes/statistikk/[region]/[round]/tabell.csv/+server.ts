import { noFilter, filterAddress, parseFilter } from '#lib/domain/filter.ts';
import { viewCsv } from '#lib/ui/statistics/csv.ts';
import { openScene } from '../page-scene.ts';
import type { RequestHandler } from './$types';

// A public page as a file: the figures of the view with status and base, for the audience of whoever asks.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { round, scene } = await openScene(locals, params);
  const counties = scene.counties.map(({ number }) => number);
  const { filter: asked, unknown } = parseFilter(url.searchParams, scene.questionnaire, counties);
  const filter = unknown.length > 0 ? noFilter : asked;
  const rows = await locals.app.statistics.view(round, scene.audience, filter);
  const name = ['regionspeil', round.id, filterAddress(filter).replaceAll(/[=&]/g, '-')].filter(Boolean).join('-');
  return new Response(viewCsv(rows, scene), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` }
  });
};
