import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { addAdviser, openRounds, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

let db: Store;
let adviser: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
});

afterAll(() => db.close());

describe('a function with the rights of its owner', () => {
  it('looks for temporary tables last', async () => {
    const { rows } = await db.owner.query(
      `select proname as name, proconfig as settings
      from pg_proc
      where prosecdef and pronamespace = 'public'::regnamespace
      order by proname`
    );
    const settings = ['search_path=pg_catalog, public, pg_temp'];
    const names = [
      'app_admit_person',
      'app_analysed_rounds',
      'app_askers',
      'app_audit',
      'app_case_municipalities',
      'app_case_people',
      'app_case_readings',
      'app_case_removals',
      'app_case_units',
      'app_county_answers',
      'app_county_municipalities',
      'app_covers',
      'app_desk_address',
      'app_desk_answers',
      'app_desk_calls',
      'app_desk_rounds',
      'app_desk_unseen',
      'app_draft_states',
      'app_drafts_begun',
      'app_drafts_state',
      'app_early_releases',
      'app_followed_municipalities',
      'app_followed_rounds',
      'app_givers',
      'app_gives_all_of',
      'app_grants',
      'app_has_account',
      'app_has_done',
      'app_hosts',
      'app_manages_person',
      'app_may_give',
      'app_may_unbind',
      'app_municipality',
      'app_newly_covered',
      'app_note_writers',
      'app_own_municipalities',
      'app_prepares',
      'app_purge_case',
      'app_reached_municipalities',
      'app_read_case_document',
      'app_read_case_person',
      'app_reads_audit',
      'app_reads_first',
      'app_redigest_case',
      'app_regions',
      'app_register_counts',
      'app_release_people',
      'app_report_readers',
      'app_round_members',
      'app_said',
      'app_takes_answer',
      'app_takes_from_adviser',
      'app_tell_covered',
      'app_tell_served',
      'app_unbind_identity',
      'app_view_people',
      'audit_append',
      'case_unit_area_alone'
    ];
    expect(rows).toEqual(names.map((name) => ({ name, settings })));
  });

  it('is not deceived by a temporary table of grants, even where one may be made', async () => {
    const allow = (sql: string) => db.owner.query(`do $$ begin execute format('${sql}', current_database()); end $$`);
    await allow('grant temporary on database %I to regionspeil_app');
    const regions = await db.transaction(adviser, async (tx) => {
      await tx.query('create temporary table role_grant on commit drop as select * from role_grant');
      await tx.query(`insert into role_grant select app_person(), 'adviser', 'korus_region', 'vest', null, now()`);
      await tx.query('grant select on role_grant to public');
      return tx.query('select app_regions() as region');
    });
    await allow('revoke temporary on database %I from regionspeil_app');
    expect(regions).toEqual([{ region: 'sor' }]);
  });
});

it.each<Actor>([{ kind: 'public' }, { kind: 'system', task: 'test' }])(
  '%o makes no temporary tables',
  async (actor) => {
    const work = db.transaction(actor, (tx) => tx.query('create temporary table role_grant (unit_id text)'));
    await expect(work).rejects.toMatchObject({ code: 'not-found' });
  }
);

describe('a database of someone else', () => {
  it.each([
    ['some right', 'grant temporary on database %I to public', 1],
    ['no right at all', 'revoke all on database %I from public', 0]
  ])('is migrated all the same with %s to it, and is told of a right that stays', async (_, sql, expected) => {
    const migration = readFileSync('src/lib/server/migrations/0005_narrower_rights.sql', 'utf8');
    const block = /do \$\$[^]*?\n\$\$;/.exec(migration)?.[0];
    if (!block) throw new Error('no block that takes the right away');
    const client = await db.owner.connect();
    const notices: (string | undefined)[] = [];
    const listen = ({ message }: { message?: string | undefined }) => notices.push(message);
    client.on('notice', listen);
    try {
      await client.query('begin');
      await client.query(`do $$ begin execute format('${sql}', current_database()); end $$`);
      await client.query('set local role regionspeil_app');
      await client.query(block);
      const told = notices.filter((message) => message?.startsWith('regionspeil_app may still make temporary tables'));
      expect(told).toHaveLength(expected);
    } finally {
      await client.query('rollback');
      client.off('notice', listen);
      client.release();
    }
  });
});
