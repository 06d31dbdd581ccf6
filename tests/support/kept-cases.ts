import type { Store } from '#lib/server/db.ts';

const ofCases = `select table_name as name
  from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE'
    and (table_name like 'case\\_%' or table_name in ('dispatch', 'dispatch_event', 'self_referral'))`;

/** Keeps the rows of all tables of cases aside, so that each test can begin with them. */
export async function keepCases(db: Store): Promise<void> {
  await db.owner.query('create schema kept');
  const { rows } = await db.owner.query<{ name: string }>(ofCases);
  for (const { name } of rows) await db.owner.query(`create table kept.${name} as table ${name}`);
}

/** Puts the rows back as they were kept; the audit goes on. */
export async function restoreCases(db: Store): Promise<void> {
  await db.owner.query(`do $$
declare
  one text;
begin
  perform set_config('session_replication_role', 'replica', true);
  for one in select tablename from pg_tables where schemaname = 'kept' loop
    execute format('truncate %I cascade', one);
  end loop;
  for one in select tablename from pg_tables where schemaname = 'kept' loop
    execute format('insert into %I overriding system value select * from kept.%I', one, one);
  end loop;
end $$`);
}
