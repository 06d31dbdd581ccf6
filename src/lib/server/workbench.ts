import type { Analysis } from '#lib/domain/analysis.ts';
import { askedOnce, readAnalysis, readBeside, type AnalysisRows } from '#lib/stats/analysis-rows.ts';
import type { Statement } from '#lib/stats/cube.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { checkedRows, type RowShape } from '#lib/stats/row-shape.ts';
import { openTables, type Engine } from './duckdb.ts';
import { EngineShelf } from './engine-shelf.ts';
import type { WorkbenchDataset } from './workbench-dataset.ts';

/** Answers for browsers whose own engine is not up: native DuckDB on the data set of whoever asks. */
export class Workbench {
  private readonly engines = new EngineShelf(8);

  /** The rows of a view from a data set that its reader may have. */
  async view(dataset: WorkbenchDataset, analysis: Analysis): Promise<AnalysisRows> {
    return this.use(dataset, (engine) => readAnalysis((statement) => engine.run(statement), analysis));
  }

  /** The same, with the rows of the pictures beside it. */
  async linkedView(
    dataset: WorkbenchDataset,
    analysis: Analysis
  ): Promise<{ rows: AnalysisRows; beside: AnalysisRows[] }> {
    return this.use(dataset, async (engine) => {
      const run = askedOnce((statement) => engine.run(statement));
      return { rows: await readAnalysis(run, analysis), beside: await readBeside(run, analysis) };
    });
  }

  /** The rows of one statement on a data set that its reader may have. */
  async rows<Row>(dataset: WorkbenchDataset, statement: Statement, shape: RowShape<Row>): Promise<Row[]> {
    return this.use(dataset, async (engine) => checkedRows(await engine.run(statement), shape));
  }

  private use<Result>({ hash, rows }: WorkbenchDataset, work: (engine: Engine) => Promise<Result>): Promise<Result> {
    return this.engines.use(hash, () => openTables(workbenchTables(rows)), work);
  }
}
