import { Problem } from './problem.ts';

type Running<Progress> = { progress: Progress; isStopped: boolean; stop: () => Promise<void>; ended: Promise<void> };
/** What a run tells of itself: where it is, and how it is stopped. */
export type Telling<Progress> = {
  progress: (progress: Progress) => void;
  stoppable: (stop: () => Promise<void>) => void;
};

/** Runs that take longer than a request, in this process: one at a time for each release, with where it is and how it failed. */
export class LongRuns<Progress> {
  private readonly running = new Map<string, Running<Progress>>();
  private readonly failures = new Map<string, string>();
  private isClosed = false;

  /** Where a run is; null when none is under way here. */
  progress(id: string): Progress | null {
    return this.running.get(id)?.progress ?? null;
  }

  /** The code of why the last run came to nothing; null when it did not, or another has begun. */
  failure(id: string): string | null {
    return this.failures.get(id) ?? null;
  }

  /** Stops a run; nothing is kept of it. */
  async stop(id: string): Promise<void> {
    const run = this.running.get(id);
    if (!run) return;
    run.isStopped = true;
    await run.stop();
  }

  /** Stops every run and waits for the end of them, when the server closes; none is started afterwards. */
  async close(): Promise<void> {
    this.isClosed = true;
    const ends = [...this.running.values()].map(({ ended }) => ended.catch(() => undefined));
    await Promise.all([...this.running.keys()].map((id) => this.stop(id)));
    await Promise.all(ends);
  }

  /** Starts a run, unless one is under way; the promise is of the end of it. */
  start(id: string, first: Progress, work: (tell: Telling<Progress>) => Promise<void>): Promise<void> {
    const known = this.running.get(id);
    if (known) return known.ended;
    if (this.isClosed) return Promise.reject(Problem.conflict('try-again'));
    this.failures.delete(id);
    const run: Running<Progress> = {
      ...{ progress: first, isStopped: false },
      stop: () => Promise.resolve(),
      ended: Promise.resolve()
    };
    this.running.set(id, run);
    const tell: Telling<Progress> = {
      progress: (progress) => (run.progress = progress),
      stoppable: (stop) => {
        run.stop = stop;
        if (run.isStopped) void stop();
      }
    };
    run.ended = work(tell)
      .catch((error: unknown) => {
        if (!run.isStopped) this.failures.set(id, error instanceof Problem ? error.code : 'unexpected');
        throw error;
      })
      .finally(() => this.running.delete(id));
    return run.ended;
  }
}
