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
