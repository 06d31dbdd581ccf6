import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export type Trace = { countSyncs: () => number; stop: () => Promise<void> };

/** Counts the fsync and fdatasync calls of a running process; undefined where strace is missing or may not attach. */
export async function maybeTrace(pid: number, file: string): Promise<Trace | undefined> {
  const strace = spawn('strace', ['-f', '-e', 'trace=fsync,fdatasync', '-o', file, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe']
  });
  const isAttached = await new Promise<boolean>((resolve) => {
    let said = '';
    strace.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/attached/.test(said)) resolve(true);
    });
    strace.once('error', () => resolve(false));
    strace.once('close', () => resolve(false));
  });
  if (!isAttached) return undefined;
  return {
    countSyncs: () => (readFileSync(file, 'utf8').match(/\bf(data)?sync\(/g) ?? []).length,
    stop: async () => {
      const closed = once(strace, 'close');
      strace.kill('SIGINT');
      await closed;
    }
  };
}
