import { startEngine } from '#lib/client/duckdb.ts';
import type { Analysis } from '#lib/domain/analysis.ts';
import { parseAnalysis } from '#lib/domain/analysis-address.ts';
import type { Run } from '#lib/stats/analysis-rows.ts';
import type { AnalysisScene } from '#lib/ui/analysis/scene.ts';

/** What the browser has to answer from: the tables of some rounds, of the region or the country, by their address. */
export type BenchData = {
  tables: Readonly<Record<string, string>>;
  scene: AnalysisScene;
  rounds: readonly string[];
  area: Analysis['scope'];
};

/** The address of a choice, its screen beside what is shown now, and the whole of it where something waits until that is drawn. */
export type BrowserAnswer<Screen> = {
  address: string;
  first: (shown: Screen) => Screen;
  whole: (() => Screen) | null;
};
/** Makes the answer of a page with an engine. */
type Answering<Screen> = (
  run: Run,
  asked: { scene: AnalysisScene; analysis: Analysis }
) => Promise<BrowserAnswer<Screen>>;

/** The browser's own engine with a data set, and the screens of a page that it makes of it. */
export class BrowserBench<Screen> {
  private readonly engine: Awaited<ReturnType<typeof startEngine>>;
  private readonly data: BenchData;
  private readonly answering: Answering<Screen>;

  private constructor(engine: BrowserBench<Screen>['engine'], data: BenchData, answering: Answering<Screen>) {
    this.engine = engine;
    this.data = data;
    this.answering = answering;
  }

  /** Starts the engine and fetches the data. */
  static async open<Screen>(data: BenchData, answering: Answering<Screen>): Promise<BrowserBench<Screen>> {
    return new BrowserBench(await startEngine(data.tables), data, answering);
  }

  /**
   * The answer to a choice, or null when it needs other rounds or regions, or names what cannot be used, which the server tells. A
   * question that has been overtaken is not asked.
   */
  async answer(address: string, signal: AbortSignal): Promise<BrowserAnswer<Screen> | null> {
    const { scene, rounds, area } = this.data;
    const { analysis, unknown } = parseAnalysis(new URLSearchParams(address), scene.choices);
    const isOfOthers = analysis.scope !== area || analysis.rounds.join(' ') !== rounds.join(' ');
    if (unknown.length > 0 || isOfOthers) return null;
    return this.answering((statement) => this.engine.run(statement, signal), { scene, analysis });
  }

  /** Ends the engine's worker. */
  close(): Promise<void> {
    return this.engine.close();
  }
}
