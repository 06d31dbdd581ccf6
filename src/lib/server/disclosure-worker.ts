import { parentPort, workerData } from 'node:worker_threads';
import { protect, type Progress, type Protection, type Publication } from '#lib/domain/disclosure/protection.ts';
import { loadSolver } from './highs.ts';
import type { ThreadNews } from './thread.ts';

/** Runs the gate on what it was given, tells where it is, and ends. */
const tell = (news: ThreadNews<Progress, Protection>) => parentPort?.postMessage(news);
const result = protect(workerData as Publication, await loadSolver(), (progress) => tell({ progress }));
tell({ result });
