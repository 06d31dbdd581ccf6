import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 200;

/**
 * Does something while no other process on this machine does what has the same name, whatever becomes of those before.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(name, work) {
  const address = addressOf(name);
  let lock = await listen(address);
  while (!lock) {
    if (address.endsWith('.sock') && !(await isAnswered(address))) rmSync(address, { force: true });
    else await sleep(pauseMs);
    lock = await listen(address);
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

/**
 * A name that the system frees with the process, or else a socket file.
 * @param {string} name
 */
function addressOf(name) {
  const short = 'regionspeil-' + createHash('sha256').update(name).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return '\0' + short;
  return process.platform === 'win32' ? '\\\\.\\pipe\\' + short : path.join(tmpdir(), short + '.sock');
}

/**
 * @param {string} address
 * @returns {Promise<import('node:net').Server | null>}
 */
function listen(address) {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? done(null) : fail(error)
    );
    server.listen({ path: address, exclusive: true }, () => done(server));
  });
}

/**
 * @param {string} address
 * @returns {Promise<boolean>}
 */
function isAnswered(address) {
  return new Promise((done) => {
    const socket = createConnection(address, () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
