import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { migrate } from '#lib/server/migrate.ts';
import { openPglite } from '#lib/server/pglite.ts';

const system: Actor = { kind: 'system', task: 'test' };
const root = mkdtempSync(join(tmpdir(), 'pglite-'));
const fresh = join(root, 'fresh');
const synced = new Set<number>();

beforeAll(async () => {
  mkdirSync(join(fresh, 'pglite.new', 'base'), { recursive: true });
  writeFileSync(join(fresh, 'pglite.new', 'PG_VERSION'), 'half written');
  const store = await openPglite(fresh, (descriptor) => {
    synced.add(fstatSync(descriptor).ino);
    fsyncSync(descriptor);
  });
  await migrate(store.owner);
  await store.owner.query('create table kept (id int); grant insert, select on kept to regionspeil_app');
  await store.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function copyOfFresh(name: string): string {
  const directory = join(root, name);
  cpSync(fresh, directory, { recursive: true });
  return directory;
}

const insert = (store: Store, id: number) =>
  store.transaction(system, (tx) => tx.query('insert into kept (id) values ($1)', [id]));

function startWriter(directory: string, syncFile: string) {
  const code = `
    const { fsyncSync } = await import('node:fs');
    const { openPglite } = await import('#lib/server/pglite.ts');
    let written = 0;
    const store = await openPglite(${JSON.stringify(directory)}, ${syncFile});
    for (;;) {
      const id = written + 1;
      await store.transaction({ kind: 'system', task: 'test' }, (tx) => tx.query('insert into kept (id) values ($1)', [id]));
      written = id;
      console.log(id);
    }`;
  const writer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'pipe']
  });
  onTestFinished(() => void writer.kill('SIGKILL'));
  return writer;
}

it('every file of a new store is synced, and a start that was cut short before is forgotten', () => {
  expect(existsSync(join(fresh, 'pglite.new'))).toBe(false);
  const files = readdirSync(join(fresh, 'pglite', 'base'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\d+$/.test(name))
    .map((name) => join(fresh, 'pglite', 'base', name));
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => !synced.has(statSync(file).ino))).toEqual([]);
});

it('each committed transaction is synced at least once before it is acknowledged', async () => {
  let syncs = 0;
  const store = await openPglite(copyOfFresh('counted'), (descriptor) => {
    syncs += 1;
    fsyncSync(descriptor);
  });
  for (let id = 1; id <= 100; id += 1) {
    const before = syncs;
    await insert(store, id);
    expect(syncs).toBeGreaterThan(before);
  }
  await store.close();
});

it('what was acknowledged is there after the process was killed', async () => {
  const directory = copyOfFresh('killed');
  const writer = startWriter(directory, 'fsyncSync');
  const acknowledged: number[] = [];
  for await (const line of createInterface(writer.stdout)) {
    if (acknowledged.push(Number(line)) === 200) writer.kill('SIGKILL');
  }
  const store = await openPglite(directory);
  const rows = await store.transaction(system, (tx) => tx.query<{ id: number }>('select id from kept order by id'));
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  await insert(store, 0);
  await store.close();
});

it('a disk that fails stops the process before anything more is acknowledged', async () => {
  const directory = copyOfFresh('failing');
  const writer = startWriter(
    directory,
    `(descriptor) => { if (written === 3) throw new Error('EIO'); fsyncSync(descriptor); }`
  );
  const [output, errors] = [writer.stdout, writer.stderr].map((stream) => stream.setEncoding('utf8').toArray());
  const [exitCode] = await once(writer, 'exit');
  expect((await output)?.join('')).toBe('1\n2\n3\n');
  expect((await errors)?.join('')).toContain('the store could not be written to disk; stopping');
  expect(exitCode).not.toBe(0);
});

it('a store in memory starts empty each time', async () => {
  const store = await openPglite(null);
  await store.owner.query('create table kept (id int)');
  expect((await store.owner.query('select id from kept')).rows).toEqual([]);
  await store.close();
});
