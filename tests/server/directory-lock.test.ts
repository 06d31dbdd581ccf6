import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { lockAddress, lockDirectory } from '#lib/server/directory-lock.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lock-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** The system's own way, and the socket file of systems that have no other. */
const ways: NodeJS.Platform[] = [process.platform, 'darwin'];

async function lockElsewhere(platform: NodeJS.Platform) {
  const code = `
    const { lockDirectory } = await import('#lib/server/directory-lock.ts');
    await lockDirectory(${JSON.stringify(directory)}, ${JSON.stringify(platform)});
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

it.each(ways)('a locked directory is refused in one line that names it (%s)', async (platform) => {
  const release = await lockDirectory(directory, platform);
  await expect(lockDirectory(directory, platform)).rejects.toThrow(
    `another process is using the data directory ${directory}: stop it, or choose another directory`
  );
  await release();
});

it.each(ways)('a released directory can be locked again (%s)', async (platform) => {
  await (
    await lockDirectory(directory, platform)
  )();
  const release = await lockDirectory(directory, platform);
  await expect(lockDirectory(directory, platform)).rejects.toMatchObject({ code: 'store-in-use' });
  await release();
});

it.each(ways)('the lock of a process holds while it lives and ends when it is killed (%s)', async (platform) => {
  const child = await lockElsewhere(platform);
  await expect(lockDirectory(directory, platform)).rejects.toMatchObject({ code: 'store-in-use' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const release = await lockDirectory(directory, platform);
  await release();
});

it('another name of the directory is the same lock, another directory is not', async () => {
  const link = directory + '-link';
  const other = mkdtempSync(join(tmpdir(), 'lock-'));
  symlinkSync(directory, link);
  const releases = [await lockDirectory(directory), await lockDirectory(other)];
  await expect(lockDirectory(link)).rejects.toMatchObject({ code: 'store-in-use' });
  await Promise.all(releases.map((release) => release()));
  rmSync(link);
  rmSync(other, { recursive: true });
});

it('each system gets an address of its own kind', () => {
  expect(lockAddress(directory, 'linux')).toMatch(/^\0regionspeil-[0-9a-f]{64}$/);
  expect(lockAddress(directory, 'win32')).toMatch(/^\\\\\.\\pipe\\regionspeil-[0-9a-f]{64}$/);
  expect(lockAddress(directory, 'darwin').length).toBeLessThan(104);
});
