import { parseFilter } from '#lib/domain/filter.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { statisticsBody } from '#lib/ui/statistics/body.ts';
import { publishedPart } from '#lib/ui/statistics/published.ts';
import { filterControls } from '#lib/ui/statistics/filter-controls.ts';
import type { PageServerLoad } from './$types';
import { openScene } from './page-scene.ts';

// A public page: the audience of whoever asks decides what the data set holds. It is served whole and not hydrated.
export const csr = false;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app } = locals;
  const { round, scene } = await openScene(locals, params);
  const counties = scene.counties.map(({ number }) => number);
  const { filter, unknown } = parseFilter(url.searchParams, scene.questionnaire, counties);
  const view = await app.statistics.view(round, scene.audience, filter);
  const whole = await app.statistics.view(round, scene.audience, { county: null, categories: {} });
  return {
    scene,
    round: { periodStart: round.periodStart, periodEnd: round.periodEnd },
    controls: filterControls(scene, filter),
    unknown,
    hash: view.hash,
    body: statisticsBody(view, scene, filter, svgDocument),
    published: publishedPart(whole, scene, round, app.reference)
  };
};
