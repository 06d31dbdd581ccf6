import { svgDocument } from '#lib/server/svg-document.ts';
import { analysisScreen } from '#lib/ui/analysis/screen.ts';
import type { PageServerLoad } from './$types';
import { tableAddresses } from './dataset-address.ts';
import { openAnalysis } from './open-analysis.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { scene, analysis, unknown, dataset, isFollower, scope } = await openAnalysis(locals, params.round, url);
  const rows = await locals.app.workbench.view(dataset, analysis);
  return {
    ...{ scene, rounds: analysis.rounds, unknown, isFollower, scope },
    tables: tableAddresses(params.round, dataset.hash, analysis.rounds),
    screen: analysisScreen({ rows, scene, analysis }, svgDocument)
  };
};
