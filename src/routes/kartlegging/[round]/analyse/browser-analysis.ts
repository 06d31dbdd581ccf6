import { askedOnce, readAnalysis, readBeside } from '#lib/stats/analysis-rows.ts';
import { linkedPictures } from '#lib/ui/analysis/linked.ts';
import { mainScreen, type AnalysisScreen } from '#lib/ui/analysis/screen.ts';
import { BrowserBench, type BenchData } from './browser-bench.ts';

/** The figures from the browser's own engine: the view first, then the pictures beside it. */
export function openBrowser(data: BenchData): Promise<BrowserBench<AnalysisScreen>> {
  return BrowserBench.open<AnalysisScreen>(data, async (run, { scene, analysis }) => {
    const once = askedOnce(run);
    const main = mainScreen({ rows: await readAnalysis(once, analysis), scene, analysis }, document);
    return {
      address: main.address,
      first: ({ linked }) => ({ ...main, linked }),
      whole: async () => {
        const beside = await readBeside(once, analysis);
        return { ...main, linked: linkedPictures({ beside, scene, analysis }, document) };
      }
    };
  });
}
