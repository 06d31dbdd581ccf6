import { startEngine } from '#lib/client/duckdb.ts';
import { parseAnalysis, type Analysis } from '#lib/domain/analysis.ts';
import { askedOnce, readAnalysis, readBeside } from '#lib/stats/analysis-rows.ts';
import { linkedPictures, type LinkedPicture } from '#lib/ui/analysis/linked.ts';
import type { AnalysisScene } from '#lib/ui/analysis/scene.ts';
import { mainScreen, type AnalysisScreen } from '#lib/ui/analysis/screen.ts';

/** What the browser has to answer from: the tables of some rounds, of the region or the country, by their address. */
export type BenchData = {
  tables: Readonly<Record<string, string>>;
  scene: AnalysisScene;
  rounds: readonly string[];
  area: Analysis['scope'];
};

/** A view, and how those beside it are drawn, which can wait until it is shown. */
export type BrowserAnswer = { main: Omit<AnalysisScreen, 'linked'>; drawBeside: () => Promise<LinkedPicture[]> };

/** The browser's own engine with a data set, and the screens it makes of it. */
export class BrowserBench {
  private readonly engine: Awaited<ReturnType<typeof startEngine>>;
  private readonly data: BenchData;

  private constructor(engine: BrowserBench['engine'], data: BenchData) {
    this.engine = engine;
    this.data = data;
  }

  /** Starts the engine and fetches the data. */
  static async open(data: BenchData): Promise<BrowserBench> {
    return new BrowserBench(await startEngine(data.tables), data);
  }

  /**
   * The screen of a choice, or null when it needs other rounds or regions, or names what cannot be used, which the server tells. A
   * question that has been overtaken is not asked.
   */
  async answer(address: string, signal: AbortSignal): Promise<BrowserAnswer | null> {
    const { scene, rounds, area } = this.data;
    const { analysis, unknown } = parseAnalysis(new URLSearchParams(address), scene.choices);
    const isOfOthers = analysis.scope !== area || analysis.rounds.join(' ') !== rounds.join(' ');
    if (unknown.length > 0 || isOfOthers) return null;
    const run = askedOnce((statement) => this.engine.run(statement, signal));
    const main = mainScreen({ rows: await readAnalysis(run, analysis), scene, analysis }, document);
    const drawBeside = async () =>
      linkedPictures({ beside: await readBeside(run, analysis), scene, analysis }, document);
    return { main, drawBeside };
  }

  /** Ends the engine's worker. */
  close(): Promise<void> {
    return this.engine.close();
  }
}
