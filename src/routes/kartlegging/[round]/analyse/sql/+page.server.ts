import { analysisAddress } from '#lib/domain/analysis-address.ts';
import { workbenchColumns, workbenchTableNames } from '#lib/stats/place-table.ts';
import type { PageServerLoad } from './$types';
import { tableAddresses } from '../dataset-address.ts';
import { openRegionAnalysis } from '../open-analysis.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { scene, analysis, dataset, isFollower, scope } = await openRegionAnalysis(locals, params.round, url);
  return {
    round: { id: scene.roundId, name: scene.roundName, dataKind: scene.dataKind },
    isFollower,
    scope,
    address: analysisAddress(analysis, params.round),
    tables: tableAddresses(params.round, dataset.hash, analysis),
    schema: workbenchTableNames.map((name) => ({
      name,
      columns: workbenchColumns[name].map((column) => ({ name: column.name, type: column.type }))
    }))
  };
};
