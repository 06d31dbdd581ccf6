-- pg_temp is searched first unless it is named: a temporary table role_grant would stand in for ours.
alter function app_regions() set search_path = pg_catalog, public, pg_temp;
alter function app_drafts_begun(text) set search_path = pg_catalog, public, pg_temp;
alter function audit_append() set search_path = pg_catalog, public, pg_temp;

-- The application makes no temporary tables. Only who owns the database may take the right away; others are told.
do $$
begin
  begin
    execute format('revoke temporary on database %I from public', current_database());
  exception
    when insufficient_privilege then null;
  end;
  if has_database_privilege('regionspeil_app', current_database(), 'temporary') then
    raise notice 'regionspeil_app may still make temporary tables: the owner of database % should revoke temporary from public',
      current_database();
  end if;
end
$$;

-- Who writes in which audit chain: the public in none, a respondent in its own municipality's, a person in those of the
-- municipalities it may see, the system in all. The time `at` is not bound to now(): it is the clock of the change the
-- row tells of, which a test or an import sets; the order of a chain is in `sequence` and the hashes, not in `at`.
alter policy audit_insert on audit with check (
  case app_actor()
    when 'system' then true
    when 'respondent' then chain = app_municipality()
    when 'person' then chain in (select municipality_no from assignment)
    else false
  end
);
