import type { Run } from '#lib/stats/analysis-rows.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { openTables } from './duckdb.ts';
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

  /** What is made with statements on a data set that its reader may have. */
  ask<Result>({ hash, rows }: WorkbenchDataset, work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.engines.use(
      hash,
      () => openTables(workbenchTables(rows)),
      (engine) => work((statement) => engine.run(statement))
    );
  }
}
