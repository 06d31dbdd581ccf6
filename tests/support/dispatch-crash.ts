import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { Actor, Store } from '#lib/server/db.ts';
import type { FromStore, ToStore, WorkerTask } from './dispatch-worker.ts';

const folder = path.resolve('node_modules/.cache/regionspeil/dispatch-worker');

/** The worker as one file of JavaScript, so that a process of it starts in a moment; returns its path. */
export async function buildWorker(): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#lib': path.resolve('src/lib') } },
    ssr: { noExternal: true },
    build: { ssr: 'tests/support/dispatch-worker.ts', outDir: folder, emptyOutDir: false, target: 'node20' }
  });
  return path.join(folder, 'dispatch-worker.js');
}

/** Something the worker did, or is about to be told; it may be the last it does. */
export type Moment = () => Promise<void>;
type Turn = { store: Store; script: string; task: WorkerTask; killAt: number };

/**
 * One worker process against a store that outlives it. It is killed without warning at the moment of that number, counting
 * each statement before and after it is carried out, each commit, and what the carriers call. Returns whether it was.
 */
export async function workUntilKilled(
  { store, script, task, killAt }: Turn,
  watch: (moment: Moment) => void
): Promise<boolean> {
  const child = fork(script, {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  });
  const gone = new Promise<boolean>((resolve) => child.once('exit', (_, signal) => resolve(signal === 'SIGKILL')));
  let moments = 0;
  const moment = async () => {
    moments += 1;
    if (moments !== killAt) return;
    child.kill('SIGKILL');
    await gone;
  };
  watch(moment);
  const messages = messagesOf(child);
  tell(child, { task });
  for (let message = await messages.next(); message !== null; message = await messages.next()) {
    if ('begin' in message) await carryOut(store, message.begin as Actor, { child, messages, moment });
  }
  return gone;
}

type Conversation = { child: ChildProcess; messages: ReturnType<typeof messagesOf>; moment: Moment };

/** A transaction of the worker's. When it dies before it has said commit, the store takes all of it back. */
async function carryOut(store: Store, actor: Actor, { child, messages, moment }: Conversation): Promise<void> {
  const isCommitted = await store
    .transaction(actor, async (tx) => {
      await moment();
      tell(child, { rows: [] });
      for (let message = await messages.next(); message !== null; message = await messages.next()) {
        await moment();
        if ('commit' in message) return true;
        if (!('query' in message)) throw new Error('a transaction inside another');
        const rows = await tx.query(message.query, message.params);
        await moment();
        tell(child, { rows });
      }
      throw new Gone();
    })
    .catch((error: unknown) => {
      if (error instanceof Gone) return false;
      tell(child, { error: String(error) });
      throw error;
    });
  await moment();
  if (isCommitted) tell(child, { rows: [] });
}

class Gone extends Error {}

function tell(child: ChildProcess, message: FromStore): void {
  if (child.connected) child.send(message);
}

/** The messages of a process one by one; null when it has gone and there are no more. */
function messagesOf(child: ChildProcess): { next: () => Promise<ToStore | null> } {
  const arrived: ToStore[] = [];
  let isGone = false;
  let wake: () => void = () => undefined;
  child.on('message', (message) => {
    arrived.push(message as ToStore);
    wake();
  });
  child.on('exit', () => {
    isGone = true;
    wake();
  });
  return {
    async next() {
      while (arrived.length === 0 && !isGone) await new Promise<void>((resolve) => (wake = resolve));
      return isGone ? null : (arrived.shift() ?? null);
    }
  };
}
