import { startEngine } from '#lib/client/duckdb.ts';
import { parseAnalysis } from '#lib/domain/analysis.ts';
import { readLinked } from '#lib/stats/analysis-rows.ts';
import type { AnalysisScene } from '#lib/ui/analysis/scene.ts';
import { analysisScreen, type AnalysisScreen } from '#lib/ui/analysis/screen.ts';

/** What the browser has to answer from: the tables of some rounds by their address. */
export type BenchData = { tables: Readonly<Record<string, string>>; scene: AnalysisScene; rounds: readonly string[] };

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
   * The screen of a choice, or null when it needs other rounds or names what cannot be used, which the server tells. A
   * question that has been overtaken is not asked.
   */
  async answer(address: string, signal: AbortSignal): Promise<AnalysisScreen | null> {
    const { scene, rounds } = this.data;
    const { analysis, unknown } = parseAnalysis(new URLSearchParams(address), scene.choices);
    if (unknown.length > 0 || analysis.rounds.join(' ') !== rounds.join(' ')) return null;
    const rows = await readLinked((statement) => this.engine.run(statement, signal), analysis);
    return analysisScreen({ ...rows, scene, analysis }, document);
  }

  /** Ends the engine's worker. */
  close(): Promise<void> {
    return this.engine.close();
  }
}
