import { analysisAddress } from '#lib/domain/analysis.ts';
import { analysisCsv } from '#lib/ui/analysis/csv.ts';
import { openAnalysis } from '../open-analysis.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { scene, analysis, dataset } = await openAnalysis(locals, params.round, url);
  const rows = await locals.app.workbench.view(dataset, analysis);
  const choices = analysisAddress(analysis, params.round).replaceAll(/[^a-z0-9_]+/gi, '-');
  const name = ['regionspeil-analyse', params.round, choices].filter(Boolean).join('-').slice(0, 120);
  return new Response(analysisCsv({ rows, scene, analysis }), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` }
  });
};
