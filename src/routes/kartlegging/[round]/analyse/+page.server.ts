import { svgDocument } from '#lib/server/svg-document.ts';
import { analysisScreen } from '#lib/ui/analysis/screen.ts';
import type { PageServerLoad } from './$types';
import { tableAddresses } from './dataset-address.ts';
import { openAnalysis } from './open-analysis.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { scene, analysis, unknown, dataset, isFollower } = await openAnalysis(locals, params.round, url);
  const rows = await locals.app.workbench.linkedView(dataset, analysis);
  return {
    ...{ scene, rounds: analysis.rounds, unknown, isFollower },
    tables: tableAddresses(params.round, dataset.hash, analysis.rounds),
    screen: analysisScreen({ ...rows, scene, analysis }, svgDocument)
  };
};
