import { resolve } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { Problem } from './problem.ts';

/** What a program in a thread says: where it is, and at last what came of it. */
export type ThreadNews<Progress, Result> = { progress: Progress } | { result: Result };

/** A program in a thread. `result` is refused with a Problem when it was stopped, took too long or broke. */
export type ThreadRun<Result> = { result: Promise<Result>; stop: () => Promise<void> };

/** `source` is its module in development and tests, `name` that of the build, and `task` begins the codes of its refusals. */
type Program = { name: string; source: URL; data: unknown; task: 'release-gate' | 'release-files' };
type Watch<Progress> = { tell: (progress: Progress) => void; limitMs: number };

/** Runs a program in a thread of its own, so that the server answers meanwhile. Stopping ends the thread; nothing is left. */
export function runThread<Progress, Result>(program: Program, { tell, limitMs }: Watch<Progress>): ThreadRun<Result> {
  const worker = openWorker(program);
  const { task } = program;
  let reason = `${task}-broke`;
  const end = async (code: string) => {
    reason = code;
    await worker.terminate();
  };
  const timer = setTimeout(() => void end(`${task}-slow`), limitMs);
  const result = new Promise<Result>((resolve, reject) => {
    worker.on('message', (news: ThreadNews<Progress, Result>) =>
      'progress' in news ? tell(news.progress) : resolve(news.result)
    );
    worker.on('error', (cause) => reject(new Problem(500, `${task}-broke`, `${task} broke`, { cause })));
    worker.on('exit', () => reject(new Problem(409, reason, `${task} ended without a result: ${reason}`)));
  }).finally(() => clearTimeout(timer));
  return { result, stop: () => end(`${task}-stopped`) };
}

/** The server that was built has its programs in `build/worker`, beside it; elsewhere they are read as sources. */
function openWorker({ name, source, data }: Program): Worker {
  const options: WorkerOptions = { workerData: data };
  const isBuilt = !import.meta.url.endsWith('.ts');
  if (isBuilt) return new Worker(resolve(`build/worker/${name}.js`), options);
  const program = `import('tsx/esm/api').then(({ register }) => (register(), import('${source.href}')))`;
  return new Worker(program, { ...options, eval: true });
}
