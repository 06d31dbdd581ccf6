import { svgDocument } from '#lib/server/svg-document.ts';
import { responseQuery, responseShape } from '#lib/stats/response.ts';
import { responseView } from '#lib/ui/analysis/response.ts';
import { openRegionAnalysis } from '../open-analysis.ts';
import { topicPage } from '../topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const opened = await openRegionAnalysis(locals, params.round, url);
  const { scene, analysis, dataset } = opened;
  const rows = await locals.app.workbench.rows(dataset, responseQuery(analysis), responseShape);
  return topicPage(opened, responseView({ rows, scene, analysis }, svgDocument));
};
