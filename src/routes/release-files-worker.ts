import { parentPort, workerData } from 'node:worker_threads';
import type { FilesProgress } from '#lib/server/release-freezing.ts';
import type { ReleaseFile } from '#lib/server/release-files/format.ts';
import type { ThreadNews } from '#lib/server/thread.ts';
import { filesToFreeze } from './release-files.ts';

/** Makes the files of the release that it was given, tells how many formats are done, and ends. */
const tell = (news: ThreadNews<FilesProgress, ReleaseFile[]>) => parentPort?.postMessage(news);
const [desk, content, at] = workerData as Parameters<typeof filesToFreeze>;
tell({ result: await filesToFreeze(desk, content, at, (progress) => tell({ progress })) });
