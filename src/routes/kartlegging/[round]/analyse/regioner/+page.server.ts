import { parseAnalysis } from '#lib/domain/analysis-address.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { divisionMap } from '#lib/ui/analysis/division-map.ts';
import { regionsView } from '#lib/ui/analysis/regions.ts';
import type { PageServerLoad } from './$types';
import { openSideBySide } from './region-rows.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { opened, input } = await openSideBySide(locals, params.round, url);
  const { scene, isFollower, scope } = opened;
  const { division } = parseAnalysis(url.searchParams, scene.choices).analysis;
  return {
    ...{ isFollower, scope, hasCountry: scene.choices.country !== null },
    round: { id: scene.roundId, name: scene.roundName, dataKind: scene.dataKind },
    view: regionsView(input, svgDocument),
    map: divisionMap(scene, division, svgDocument)
  };
};
