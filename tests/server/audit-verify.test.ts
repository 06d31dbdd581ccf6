import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordAudit } from '#lib/server/audit.ts';
import { migrate } from '#lib/server/migrate.ts';
import { openPglite } from '#lib/server/pglite.ts';

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'regionspeil-audit-'));
const directory = path.join(folder, 'store');
const headsFile = path.join(folder, 'heads.json');

beforeAll(async () => {
  await withStore(async (db) => {
    await migrate(db.owner);
    for (const chain of ['4204', 'sor', '4204']) {
      await db.transaction({ kind: 'system', task: 'test' }, (tx) =>
        recordAudit(tx, { at: new Date(), chain, action: 'round_opened', subject: 'x', detail: {} })
      );
    }
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withStore(work: (db: Awaited<ReturnType<typeof openPglite>>) => Promise<void>) {
  const db = await openPglite(directory);
  await work(db).finally(() => db.close());
}

/** The exit code and what the command printed. */
async function verify(args: string[] = [], env: Record<string, string> = { STORE_DIR: directory }) {
  const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/audit-verify.ts', ...args];
  return run(process.execPath, command, { env: { ...process.env, DATABASE_URL: '', ...env } }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr
    })
  );
}

it('a whole audit is counted, and its heads are written to be kept', async () => {
  const { code, output } = await verify(['--heads', headsFile]);
  expect(output).toContain('Loggen er hel: 3 rader i 2 kjeder.');
  expect(code).toBe(0);
  const { heads } = JSON.parse(readFileSync(headsFile, 'utf8')) as { heads: unknown[] };
  expect(heads).toMatchObject([
    { chain: '4204', length: 2, sequence: 3 },
    { chain: 'sor', length: 1, sequence: 2 }
  ]);
});

it('a store that is in use, is not there, or a wrong argument gives one sentence', async () => {
  await withStore(async () => {
    expect(await verify()).toEqual({ code: 1, output: expect.stringMatching(/another process is using .*\n$/) });
  });
  const missing = await verify([], { STORE_DIR: path.join(folder, 'none') });
  expect(missing).toEqual({ code: 1, output: expect.stringMatching(/^Fant ikke noe lager i .*\n$/) });
  expect(await verify(['--head'])).toEqual({ code: 1, output: expect.stringMatching(/^Bruk: .*\n$/) });
});

it('a chain that was cut off with its head is only missed by the heads that were kept', async () => {
  await withStore(async (db) => {
    await db.owner.query('alter table audit disable trigger user');
    await db.owner.query(`
      delete from audit where sequence = 3;
      update audit_head set length = 1, sequence = 1, hash = (select hash from audit where sequence = 1)
      where chain = '4204'`);
  });
  expect((await verify()).code).toBe(0);
  const { code, output } = await verify(['--since', headsFile]);
  expect(output).toContain('4204: kjeden er kortere enn i filen, der siste rad var 3.');
  expect(code).toBe(1);
});

it('a changed row is named', async () => {
  await withStore(async (db) => {
    await db.owner.query(`update audit set subject = 'y' where sequence = 2`);
  });
  const { code, output } = await verify();
  expect(output).toContain('sor: rad 2 er endret.');
  expect(code).toBe(1);
});
