import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from './problem.ts';

/** Where the lock of a directory listens: a name that the system frees with the process, or else a socket file. */
export function lockAddress(directory: string, platform: NodeJS.Platform = process.platform): string {
  const name = 'regionspeil-' + createHash('sha256').update(realpathSync(directory)).digest('hex');
  if (platform === 'linux') return '\0' + name;
  if (platform === 'win32') return '\\\\.\\pipe\\' + name;
  return join(tmpdir(), name.slice(0, 32) + '.sock');
}

/** Takes the exclusive lock of a directory, which ends with the process however that ends. Resolves to its release. */
export async function lockDirectory(directory: string, platform?: NodeJS.Platform): Promise<() => Promise<void>> {
  const address = lockAddress(directory, platform);
  const server = (await listen(address)) ?? (await listenWhereNobodyAnswers(address));
  if (!server) throw Problem.storeInUse(directory);
  return () => new Promise((done, fail) => server.close((error) => (error ? fail(error) : done())));
}

async function listenWhereNobodyAnswers(address: string): Promise<Server | undefined> {
  if (await isAnswered(address)) return undefined;
  if (address.endsWith('.sock')) rmSync(address, { force: true });
  return listen(address);
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(undefined) : fail(error)
    );
    server.listen({ path: address, exclusive: true }, () => done(server.unref()));
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection(address, () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => done(code !== 'ECONNREFUSED' && code !== 'ENOENT'));
  });
}
