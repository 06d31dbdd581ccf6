import type { FilesProgress, MakeFiles } from '#lib/server/release-freezing.ts';
import type { ReleaseFile } from '#lib/server/release-files/format.ts';
import { runThread } from '#lib/server/thread.ts';

/** All formats take some ten seconds on a busy machine; a run this long has met something that it was not made for. */
const longestRunMs = 300_000;

/** Makes the files of a release in a thread of its own. */
export const makeFiles: MakeFiles = ({ origin, questionnaires }, { content, at, tell }) => {
  const source = new URL('./release-files-worker.ts', import.meta.url);
  const data = [{ origin, questionnaires }, content, at];
  const program = { name: 'release-files-worker', source, data, task: 'release-files' } as const;
  return runThread<FilesProgress, ReleaseFile[]>(program, { tell, limitMs: longestRunMs });
};
