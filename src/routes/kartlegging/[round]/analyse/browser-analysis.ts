import { readLinked } from '#lib/stats/analysis-rows.ts';
import { linkedPictures } from '#lib/ui/analysis/linked.ts';
import { mainScreen, type AnalysisScreen } from '#lib/ui/analysis/screen.ts';
import { BrowserBench, type BenchData } from './browser-bench.ts';

/** The figures from the browser's own engine: the view is drawn first, then the pictures beside it. */
export function openBrowser(data: BenchData): Promise<BrowserBench<AnalysisScreen>> {
  return BrowserBench.open<AnalysisScreen>(data, async (run, { scene, analysis }) => {
    const { rows, beside } = await readLinked(run, analysis);
    const main = mainScreen({ rows, scene, analysis }, document);
    return {
      address: main.address,
      first: ({ linked }) => ({ ...main, linked }),
      whole: () => ({ ...main, linked: linkedPictures({ beside, scene, analysis }, document) })
    };
  });
}
