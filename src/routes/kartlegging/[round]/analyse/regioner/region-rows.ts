import { noPlaceFilter } from '#lib/domain/analysis.ts';
import { comparisonQuery, comparisonShape } from '#lib/stats/comparison.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { regionIndicators, type RegionsInput } from '#lib/ui/analysis/regions.ts';
import { openRegions, type OpenAnalysis } from '../open-analysis.ts';

/** The regions side by side for whoever may open the workbench; others find nothing. */
export async function openSideBySide(
  locals: App.Locals,
  roundId: string,
  url: URL
): Promise<{ opened: OpenAnalysis; input: RegionsInput }> {
  const opened = await openRegions(locals, roundId, url);
  const { scene, analysis, dataset } = opened;
  const { dimension, rounds } = analysis;
  const asked = { indicators: regionIndicators, dimension, columns: null, rounds, filter: noPlaceFilter, group: [] };
  const rows = await locals.app.workbench.ask(dataset, async (run) =>
    checkedRows(await run(comparisonQuery(asked)), comparisonShape)
  );
  return { opened, input: { rows, scene, analysis } };
}
