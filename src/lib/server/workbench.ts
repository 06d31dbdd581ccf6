import type { Analysis } from '#lib/domain/analysis.ts';
import { askedOnce, readAnalysis, readBeside, type AnalysisRows } from '#lib/stats/analysis-rows.ts';
import type { Statement } from '#lib/stats/cube.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { checkedRows, type RowShape } from '#lib/stats/row-shape.ts';
import { openTables, type Engine } from './duckdb.ts';
import { EngineShelf } from './engine-shelf.ts';
import { Recent } from './recent.ts';
import type { KeptDataset, WorkbenchDataset } from './workbench-dataset.ts';

/** The data sets that were asked for lately, and native DuckDB on them for browsers whose own engine is not up. */
export class Workbench {
  private readonly datasets = new Recent<string, Promise<KeptDataset>>(16);
  private readonly engines = new EngineShelf(8);

  /** The data set of a key that tells who may have it, of which rounds, and what the store held; one of nobody is not kept. */
  async dataset(key: string, read: () => Promise<KeptDataset>): Promise<KeptDataset> {
    const dataset = await this.datasets.getOr(key, read);
    if (dataset.rows.place.length === 0) this.datasets.drop(key);
    return dataset;
  }

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
