import type { Engine } from './duckdb.ts';
import { Recent } from './recent.ts';

type Opening = Promise<Engine>;

/** The engines that were asked last, by the hash of what they hold. One that has to go is closed when nobody asks it. */
export class EngineShelf {
  private readonly engines: Recent<string, Opening>;
  private readonly users = new Map<Opening, number>();
  private readonly gone = new WeakSet<Opening>();

  constructor(most: number) {
    this.engines = new Recent(most, (opening) => {
      this.gone.add(opening);
      this.closeUnused(opening);
    });
  }

  /** Does some work with the engine of a data set, which is opened when there is none, and stays open until it is done. */
  async use<Result>(hash: string, open: () => Opening, work: (engine: Engine) => Promise<Result>): Promise<Result> {
    const opening = this.engines.getOr(hash, open);
    this.users.set(opening, (this.users.get(opening) ?? 0) + 1);
    try {
      return await work(await opening);
    } finally {
      this.release(opening);
    }
  }

  private release(opening: Opening): void {
    const left = (this.users.get(opening) ?? 1) - 1;
    if (left > 0) this.users.set(opening, left);
    else this.users.delete(opening);
    if (this.gone.has(opening)) this.closeUnused(opening);
  }

  /** One that did not open has nothing to close. */
  private closeUnused(opening: Opening): void {
    if (this.users.has(opening)) return;
    opening.then(
      (engine) => engine.close(),
      () => undefined
    );
  }
}
