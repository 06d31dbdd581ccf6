import { responseQuery, responseShape } from '#lib/stats/response.ts';
import { responseCsv } from '#lib/ui/analysis/topic-csv.ts';
import { openRegionAnalysis } from '../../open-analysis.ts';
import { topicFile } from '../../topic.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const opened = await openRegionAnalysis(locals, params.round, url);
  const { scene, analysis, dataset } = opened;
  const rows = await locals.app.workbench.rows(dataset, responseQuery(analysis), responseShape);
  return topicFile(opened, 'svar', responseCsv({ rows, scene, analysis }));
};
