import { json } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { filterAddress, noFilter } from '#lib/domain/filter.ts';
import { hydrationMarks } from '#lib/server/hydration-marks.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { statisticsBody } from '#lib/ui/statistics/body.ts';
import StatisticsBody from '#lib/ui/statistics/StatisticsBody.svelte';
import { openScene } from '../page-scene.ts';
import type { RequestHandler } from './$types';

// A public page's prepared states: the body for each county by its address, and the scene for the browser's own engine.
export const GET: RequestHandler = async ({ locals, params }) => {
  const { round, scene } = await openScene(locals, params);
  const states: Record<string, string> = {};
  for (const county of [null, ...scene.counties.map(({ number }) => number)]) {
    const filter = { ...noFilter, county };
    const rows = await locals.app.statistics.view(round, scene.audience, filter);
    const props = { body: statisticsBody(rows, scene, filter, svgDocument), scene };
    states[filterAddress(filter)] = render(StatisticsBody, { props }).body.replaceAll(hydrationMarks, '');
  }
  return json({ states, scene });
};
