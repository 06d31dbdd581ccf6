import type { Analysis } from '#lib/domain/analysis.ts';
import { askedOnce, readAnalysis, readBeside, type AnalysisRows } from '#lib/stats/analysis-rows.ts';
import type { Statement } from '#lib/stats/cube.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { checkedRows, type RowShape } from '#lib/stats/row-shape.ts';
import { openTables, type Engine } from './duckdb.ts';
import { Recent } from './recent.ts';
import type { WorkbenchDataset } from './workbench-dataset.ts';

/** Answers for browsers whose own engine is not up: native DuckDB on the data set of whoever asks. */
export class Workbench {
  private readonly engines = new Recent<string, Promise<Engine>>(8, (engine) => void engine.then((e) => e.close()));

  /** The rows of a view from a data set that its reader may have. */
  async view(dataset: WorkbenchDataset, analysis: Analysis): Promise<AnalysisRows> {
    const engine = await this.engineOf(dataset);
    return readAnalysis((statement) => engine.run(statement), analysis);
  }

  /** The same, with the rows of the pictures beside it. */
  async linkedView(
    dataset: WorkbenchDataset,
    analysis: Analysis
  ): Promise<{ rows: AnalysisRows; beside: AnalysisRows[] }> {
    const engine = await this.engineOf(dataset);
    const run = askedOnce((statement) => engine.run(statement));
    return { rows: await readAnalysis(run, analysis), beside: await readBeside(run, analysis) };
  }

  /** The rows of one statement on a data set that its reader may have. */
  async rows<Row>(dataset: WorkbenchDataset, statement: Statement, shape: RowShape<Row>): Promise<Row[]> {
    const engine = await this.engineOf(dataset);
    return checkedRows(await engine.run(statement), shape);
  }

  private engineOf({ hash, rows }: WorkbenchDataset): Promise<Engine> {
    return this.engines.getOr(hash, () => openTables(workbenchTables(rows)));
  }
}
