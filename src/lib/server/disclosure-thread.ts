import type { Progress, Protection, Publication } from '#lib/domain/disclosure/protection.ts';
import { runThread, type ThreadRun } from './thread.ts';

/** A run of the gate. */
export type DisclosureRun = ThreadRun<Protection>;

/** The budget of the country is 10 s on two cores; a run that takes this long has met something that it was not made for. */
const longestRunMs = 300_000;

/** Runs the gate in a thread of its own; it tells where it is. */
export function runDisclosure(
  publication: Publication,
  tell: (progress: Progress) => void = () => undefined,
  limitMs = longestRunMs
): DisclosureRun {
  const source = new URL('./disclosure-worker.ts', import.meta.url);
  const program = { name: 'disclosure-worker', source, data: publication, task: 'release-gate' } as const;
  return runThread<Progress, Protection>(program, { tell, limitMs });
}
