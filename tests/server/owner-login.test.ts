import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { openPostgres } from '#lib/server/postgres.ts';
import { loadReference } from '#lib/server/reference.ts';
import { sendReport } from '#lib/server/report-submission.ts';
import { listVersions } from '#lib/server/report.ts';
import { openReadyStore } from '#lib/server/store.ts';
import { someAnswers } from '../support/answers.ts';
import { day, openRounds, respondentOf, round } from '../support/rounds.ts';

const server = process.env.TEST_DATABASE_URL;
const system: Actor = { kind: 'system', task: 'test' };
const vennesla = respondentOf('4223');

describe.runIf(server)('with a login of its own for the tables, the login of the server', () => {
  const name = 'regionspeil_test_' + randomUUID().replaceAll('-', '');
  const [ownerName, dailyName] = [`${name}_o`, `${name}_d`];
  const password = randomUUID();
  const { geography } = loadReference('data');
  let admin: pg.Client;
  let daily: pg.Client;
  let db: Store;

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`
      do $$ begin create role regionspeil_app nologin; exception when duplicate_object or unique_violation then null; end $$
    `);
    await admin.query(`create role ${ownerName} login password '${password}' in role regionspeil_app`);
    await admin.query(`create role ${dailyName} login password '${password}' in role regionspeil_app`);
    await admin.query(`create database ${name} owner ${ownerName} template template0`);
    db = await open(urlOf(dailyName));
    daily = new pg.Client({ connectionString: urlOf(dailyName) });
    await daily.connect();
    await openRounds(db, [round]);
    await db.transaction(vennesla, (tx) => sendReport(tx, answer, { key: 'form-1', basedOn: null }));
  });

  afterAll(async () => {
    await daily.end();
    await db.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${ownerName}, ${dailyName}`);
    await admin.end();
  });

  const answer = {
    ...{ roundId: round.id, municipalityNo: '4223', answers: someAnswers, reasons: {} },
    ...{ submittedAt: day('2025-01-06'), submittedBy: 'Kari', channel: 'web' as const }
  };
  const open = (databaseUrl: string) =>
    openReadyStore({ databaseUrl, ownerUrl: urlOf(ownerName), directory: null }, geography);

  function urlOf(user: string): string {
    const url = new URL(server ?? '');
    url.pathname = name;
    [url.username, url.password] = [user, password];
    return url.href;
  }

  it('serves the application, and the other login is signed out', async () => {
    const found = await db.transaction(vennesla, (tx) => listVersions(tx, round.id, '4223'));
    expect(found.map(({ submittedBy }) => submittedBy)).toEqual(['Kari']);
    const { rows } = await admin.query('select usename from pg_stat_activity where usename = $1', [ownerName]);
    expect(rows).toEqual([]);
  });

  it('starts again, and has nothing left to migrate', async () => {
    const again = await open(urlOf(dailyName));
    expect(await again.transaction(system, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
    await again.close();
  });

  it.each(['report', 'audit', 'person', 'session', 'draft', 'assignment'])(
    'reads no row of %s without saying who asks',
    async (table) => {
      expect((await daily.query(`select count(*)::int as rows from ${table}`)).rows).toEqual([{ rows: 0 }]);
    }
  );

  it.each([
    'update audit set subject = subject',
    'delete from audit',
    'truncate audit',
    'alter table audit disable trigger user',
    'alter table audit disable row level security',
    'drop trigger audit_refuse on audit',
    'update audit_head set length = length',
    'update report set answers = answers',
    'delete from report',
    'alter table report disable row level security',
    'drop policy system_reads on report',
    'alter function app_actor() rename to app_other',
    'update migration set name = name',
    `set session_replication_role = 'replica'`,
    'create table other (id int)',
    'create temporary table role_grant (id int)'
  ])('may not, whoever it says it is: %s', async (sql) => {
    for (const kind of ['', 'person', 'system']) {
      await daily.query(`select set_config('app.actor_kind', $1, false)`, [kind]);
      await expect(daily.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await daily.query(`select set_config('app.actor_kind', '', false)`);
  });

  it('may not become the owner', async () => {
    await expect(daily.query(`set role ${ownerName}`)).rejects.toMatchObject({ code: '42501' });
    await expect(daily.query(`grant ${ownerName} to ${dailyName}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('stops the start with one line when it owns the tables all the same', async () => {
    await expect(open(urlOf(ownerName))).rejects.toThrow(/^DATABASE_URL: its login owns the tables[^\n]*$/);
  });

  it('is not enough to migrate', async () => {
    const store = openPostgres(urlOf(dailyName));
    await expect(store.owner.query('select name from migration')).rejects.toMatchObject({ code: '42501' });
    await store.close();
  });
});
