import { workbenchTableNames } from '#lib/stats/place-table.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { analysisScreen } from '#lib/ui/analysis/screen.ts';
import type { PageServerLoad } from './$types';
import { openAnalysis } from './open-analysis.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { scene, analysis, unknown, dataset, isFollower } = await openAnalysis(locals, params.round, url);
  const rows = await locals.app.workbench.view(dataset, analysis);
  const rounds = new URLSearchParams(analysis.rounds.map((id) => ['runde', id]));
  const table = (name: string) => [name, `${url.pathname}/datasett/${dataset.hash}/${name}.arrow?${rounds}`];
  return {
    ...{ scene, rounds: analysis.rounds, unknown, isFollower },
    tables: Object.fromEntries(workbenchTableNames.map(table)) as Record<string, string>,
    screen: analysisScreen({ rows, scene, analysis }, svgDocument)
  };
};
