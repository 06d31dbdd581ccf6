import { filterAddress, noFilter, parseFilter } from '#lib/domain/filter.ts';
import { findPublicRelease } from '#lib/server/public-release.ts';
import { listRounds } from '#lib/server/round.ts';
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
  const { filter: asked, unknown } = parseFilter(url.searchParams, scene.questionnaire, counties);
  const filter = unknown.length > 0 ? noFilter : asked;
  const view = await app.statistics.view(round, scene.audience, filter);
  const whole = await app.statistics.view(round, scene.audience, noFilter);
  const rounds = await app.db.transaction({ kind: 'public' }, listRounds);
  const release = await app.db.transaction({ kind: 'public' }, (tx) =>
    findPublicRelease(tx, { ...params, version: null })
  );
  return {
    hasRelease: release !== null,
    scene,
    round: { periodStart: round.periodStart, periodEnd: round.periodEnd },
    otherRounds: rounds
      .filter(({ id }) => id !== round.id)
      .map(({ korusRegion, slug, name }) => ({ region: korusRegion, round: slug, name })),
    controls: filterControls(scene, filter),
    unknown,
    address: filterAddress(filter),
    hash: view.hash,
    body: statisticsBody(view, scene, filter, svgDocument),
    published: publishedPart(whole, scene, round, app.reference)
  };
};
