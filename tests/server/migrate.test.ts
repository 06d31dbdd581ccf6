import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '#lib/server/db.ts';
import { migrate } from '#lib/server/migrate.ts';
import { openStore } from '#lib/server/store.ts';
import { openTestDb } from '../support/test-db.ts';

let db: Store;
let directory: string;

beforeEach(async () => {
  db = await openTestDb();
  directory = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync('src/lib/server/migrations', directory, { recursive: true });
});

afterEach(async () => {
  await db.close();
  rmSync(directory, { recursive: true });
});

const add = (name: string, sql: string) => writeFileSync(join(directory, name + '.sql'), sql);
const tableExists = async (name: string) =>
  (await db.owner.query<{ found: boolean }>('select to_regclass($1) is not null as found', [name])).rows[0]?.found;

it('an empty store gets every migration, the foundation first, and then lacks none', async () => {
  const empty = await openStore({ databaseUrl: undefined, directory: null });
  expect((await migrate(empty.owner))[0]).toBe('0001_foundation');
  expect(await migrate(empty.owner)).toEqual([]);
  await empty.close();
});

it('a new migration runs once', async () => {
  add('9001_lamp', 'create table lamp (id int)');
  expect(await migrate(db.owner, directory)).toEqual(['9001_lamp']);
  expect(await migrate(db.owner, directory)).toEqual([]);
  expect(await tableExists('lamp')).toBe(true);
});

it('replicas that start together run a migration once', async () => {
  add('9001_lamp', 'create table lamp (id int); select pg_sleep(0.1)');
  const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(db.owner, directory)));
  expect(ran.flat()).toEqual(['9001_lamp']);
});

it('a migration that fails takes those before it back, says why, and runs when it is mended', async () => {
  add('9001_lamp', 'create table lamp (id int)');
  add('9002_broken', 'create table shade (lamp int references nowhere)');
  await expect(migrate(db.owner, directory)).rejects.toThrow('relation "nowhere" does not exist');
  expect(await tableExists('lamp')).toBe(false);
  add('9002_broken', 'create table shade (lamp int)');
  expect(await migrate(db.owner, directory)).toEqual(['9001_lamp', '9002_broken']);
});

it('a migration forgotten between two that have run is refused', async () => {
  add('9002_second', 'create table second (id int)');
  await migrate(db.owner, directory);
  add('9001_first', 'create table first (id int)');
  await expect(migrate(db.owner, directory)).rejects.toThrow('9001_first');
});

it('the time limit of statements holds again after a migration', async () => {
  const limit = async () =>
    (await db.owner.query<{ limit: string }>(`select current_setting('statement_timeout') as limit`)).rows;
  const before = await limit();
  add('9001_lamp', 'create table lamp (id int)');
  await migrate(db.owner, directory);
  expect(await limit()).toEqual(before);
});

it('whoever signed in before that was kept with the person has not “never signed in”', async () => {
  const empty = await openStore({ databaseUrl: undefined, directory: null });
  removeFrom('0010');
  await migrate(empty.owner, directory);
  await empty.owner.query(`
    insert into person (id, name, email, created_at) values
      ('00000000-0000-7000-8000-000000000001', 'Kari', 'kari@example.no', '2024-01-01'),
      ('00000000-0000-7000-8000-000000000002', 'Ola', 'ola@example.no', '2024-01-01');
    insert into audit (at, chain, action, subject, detail) values
      ('2024-02-01Z', 'system', 'session_started', '00000000-0000-7000-8000-000000000001', '{}'),
      ('2024-03-01Z', 'system', 'session_started', '00000000-0000-7000-8000-000000000001', '{}'),
      ('2024-04-01Z', 'system', 'session_ended', '00000000-0000-7000-8000-000000000002', '{}')`);
  expect((await migrate(empty.owner))[0]).toBe('0010_invitations');
  const { rows } = await empty.owner.query(`select name, signed_in_at from person order by name`);
  expect(rows).toEqual([
    { name: 'Kari', signed_in_at: new Date('2024-03-01T00:00:00Z') },
    { name: 'Ola', signed_in_at: null }
  ]);
  await empty.close();
});

it('what stood in a draft that was begun before is among its edits', async () => {
  const empty = await openStore({ databaseUrl: undefined, directory: null });
  removeFrom('0014');
  await migrate(empty.owner, directory);
  await empty.owner.query(`
    insert into round (id, korus_region, slug, name, questionnaire_id, questionnaire_version, period_start, period_end,
      opens_at, deadline_at, closes_at, freezes_at, data_kind)
    values ('sor-2024', 'sor', '2024', 'Sør 2024', 'rer-core', 1, '2023-01-01', '2023-12-31',
      '2024-01-01', '2024-02-01', '2024-03-01', '2024-03-01', 'reported');
    insert into assignment (municipality_no, round_id, korus_region, link_hash) values ('4204', 'sor-2024', 'sor', 'x');
    insert into draft (municipality_no, round_id, fields, saved_at)
    values ('4204', 'sor-2024', '{"cases_received": "3", "web_info": "no"}', '2024-01-10')`);
  await migrate(empty.owner);
  const { rows } = await empty.owner.query(
    `select sequence, field, value, edited_by from draft_edit order by sequence`
  );
  expect(rows).toEqual([
    { sequence: 1, field: 'cases_received', value: '3', edited_by: null },
    { sequence: 2, field: 'web_info', value: 'no', edited_by: null }
  ]);
  await empty.close();
});

function removeFrom(number: string): void {
  for (const file of readdirSync(directory)) if (file >= number) rmSync(join(directory, file));
}
