import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { recordAudit, verifyAuditChain } from '#lib/server/audit.ts';
import type { Actor } from '#lib/server/db.ts';
import { migrate } from '#lib/server/migrate.ts';
import { openStore } from '#lib/server/store.ts';

const system: Actor = { kind: 'system', task: 'test' };
const root = mkdtempSync(join(tmpdir(), 'store-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

it('a directory is one store for one process at a time, and keeps what was written', async () => {
  const directory = join(root, 'var', 'store');
  const open = () => openStore({ databaseUrl: undefined, directory });
  const first = await open();
  await migrate(first.owner);
  await first.transaction(system, (tx) =>
    recordAudit(tx, { at: new Date('2025-01-01'), chain: '4204', action: 'submit', subject: 'report/1', detail: {} })
  );
  await expect(open()).rejects.toThrow(`another process is using the data directory ${directory}`);
  await first.close();

  const second = await open();
  const [found] = await second.transaction(system, async (tx) => [
    await tx.query('select chain, subject from audit'),
    await verifyAuditChain(tx)
  ]);
  expect(found).toEqual([{ chain: '4204', subject: 'report/1' }]);
  expect(await migrate(second.owner)).toEqual([]);
  await second.close();
});

it('a directory of a foreign version is refused by name, and not left locked', async () => {
  const directory = join(root, 'spoiled');
  mkdirSync(join(directory, 'pglite'), { recursive: true });
  writeFileSync(join(directory, 'pglite', 'PG_VERSION'), '9');
  const open = () => openStore({ databaseUrl: undefined, directory });
  await expect(open()).rejects.toThrow('the store could not be opened: ' + directory);
  await expect(open()).rejects.toThrow('the store could not be opened: ' + directory);
});

it('the address of a database wins over the directory', async () => {
  const directory = join(root, 'unused');
  const store = await openStore({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', directory });
  await expect(store.transaction(system, async () => 1)).rejects.toMatchObject({
    status: 503,
    code: 'store-unavailable'
  });
  expect(existsSync(directory)).toBe(false);
  await store.close();
});
