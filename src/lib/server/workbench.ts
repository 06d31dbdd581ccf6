import type { Analysis } from '#lib/domain/analysis.ts';
import { readAnalysis, type AnalysisRows } from '#lib/stats/analysis-rows.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { openTables, type Engine } from './duckdb.ts';
import { Recent } from './recent.ts';
import type { WorkbenchDataset } from './workbench-dataset.ts';

/** Answers for browsers whose own engine is not up: native DuckDB on the data set of whoever asks. */
export class Workbench {
  private readonly engines = new Recent<string, Promise<Engine>>(8, (engine) => void engine.then((e) => e.close()));

  /** The rows of a view from a data set that its reader may have. */
  async view({ hash, rows }: WorkbenchDataset, analysis: Analysis): Promise<AnalysisRows> {
    const engine = await this.engines.getOr(hash, () => openTables(workbenchTables(rows)));
    return readAnalysis((statement) => engine.run(statement), analysis);
  }
}
