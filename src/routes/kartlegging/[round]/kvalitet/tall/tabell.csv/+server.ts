import { qualityCsv } from '#lib/ui/quality/figures.ts';
import { openQuality } from '../../open-quality.ts';
import { readFigureScene } from '../figure-scene.ts';
import type { RequestHandler } from './$types';

// openQuality asks access.may, as openFollower( does.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const desk = await openQuality(locals, params.round, url);
  return new Response(qualityCsv(await readFigureScene(locals, desk, url)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="regionspeil-kvalitet-${desk.round.id}.csv"`
    }
  });
};
