import { qualityTables } from '#lib/ui/quality/figures.ts';
import { openQuality, roundFacts } from '../open-quality.ts';
import type { PageServerLoad } from './$types';
import { readFigureScene } from './figure-scene.ts';

// openQuality asks access.may, as openFollower( does.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const desk = await openQuality(locals, params.round, url);
  const scene = await readFigureScene(locals, desk, url);
  return {
    ...{ round: roundFacts(desk), counties: desk.counties, county: scene.county },
    tables: qualityTables(scene)
  };
};
