import { parentPort, workerData } from 'node:worker_threads';
import { protect, type Publication } from '#lib/domain/disclosure/protection.ts';
import type { WorkerNews } from './disclosure-thread.ts';
import { loadSolver } from './highs.ts';

/** Runs the gate on what it was given, tells where it is, and ends. */
const tell = (news: WorkerNews) => parentPort?.postMessage(news);
const protection = protect(workerData as Publication, await loadSolver(), (progress) => tell({ progress }));
tell({ protection });
