import { resolve } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Progress, Protection, Publication } from '#lib/domain/disclosure/protection.ts';
import { Problem } from './problem.ts';

/** What the worker says: where it is, and at last what may be shown. */
export type WorkerNews = { progress: Progress } | { protection: Protection };

/** A run of the gate. `result` is refused with a Problem when it was stopped, took too long or broke. */
export type DisclosureRun = { result: Promise<Protection>; stop: () => Promise<void> };

/** The budget of the country is 10 s on two cores; a run that takes this long has met something that it was not made for. */
const longestRunMs = 300_000;

/**
 * Runs the gate in a thread of its own, so that the server answers meanwhile. Stopping ends the thread; nothing is left.
 */
export function runDisclosure(
  publication: Publication,
  tell: (progress: Progress) => void = () => undefined,
  limitMs = longestRunMs
): DisclosureRun {
  const worker = openWorker(publication);
  let reason = 'release-gate-broke';
  const end = async (code: string) => {
    reason = code;
    await worker.terminate();
  };
  const timer = setTimeout(() => void end('release-gate-slow'), limitMs);
  const result = new Promise<Protection>((resolve, reject) => {
    worker.on('message', (news: WorkerNews) => ('progress' in news ? tell(news.progress) : resolve(news.protection)));
    worker.on('error', (cause) => reject(new Problem(500, 'release-gate-broke', 'the gate broke', { cause })));
    worker.on('exit', () => reject(new Problem(409, reason, `the gate ended without a result: ${reason}`)));
  }).finally(() => clearTimeout(timer));
  return { result, stop: () => end('release-gate-stopped') };
}

/** Sources in development and tests; the server that was built has the worker as a program of its own beside it. */
function openWorker(publication: Publication): Worker {
  const options: WorkerOptions = { workerData: publication };
  const isBuilt = !import.meta.url.endsWith('.ts');
  if (isBuilt) return new Worker(resolve('build/worker/disclosure-worker.js'), options);
  const source = new URL('./disclosure-worker.ts', import.meta.url).href;
  const program = `import('tsx/esm/api').then(({ register }) => (register(), import('${source}')))`;
  return new Worker(program, { ...options, eval: true });
}
