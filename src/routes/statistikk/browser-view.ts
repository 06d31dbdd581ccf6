import { mount, unmount } from 'svelte';
import { startEngine } from '#lib/client/duckdb.ts';
import { parseFilter } from '#lib/domain/filter.ts';
import { cubeQuery, type Cell } from '#lib/stats/cube.ts';
import { municipalityFiguresQuery, type MunicipalityFigure } from '#lib/stats/municipality-figures.ts';
import { statisticsBody } from '#lib/ui/statistics/body.ts';
import type { Scene } from '#lib/ui/statistics/scene.ts';
import StatisticsBody from '#lib/ui/statistics/StatisticsBody.svelte';

/** Makes the HTML of a view by its address in the browser, from its own engine and the server's own component. */
export async function openBrowserView(
  datasetUrl: string,
  scene: Scene
): Promise<(address: URLSearchParams) => Promise<string>> {
  const engine = await startEngine({ figure: datasetUrl });
  const counties = scene.counties.map(({ number }) => number);
  return async (address) => {
    const { filter } = parseFilter(address, scene.questionnaire, counties);
    const cells = await engine.run<Cell>(cubeQuery(filter));
    const municipalityFigures = await engine.run<MunicipalityFigure>(municipalityFiguresQuery(filter));
    return bodyHtml(statisticsBody({ cells, municipalityFigures }, scene, filter, document), scene);
  };
}

async function bodyHtml(body: ReturnType<typeof statisticsBody>, scene: Scene): Promise<string> {
  const target = document.createElement('div');
  const component = mount(StatisticsBody, { target, props: { body, scene } });
  const html = target.innerHTML;
  await unmount(component);
  return html;
}
