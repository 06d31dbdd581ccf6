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

-- Respondents save and send only within the round's window. It is bound to the time that is stored, which the application
-- takes from its clock, not to now(): so no row can say that it came outside the window, and a mistake of ours at the
-- freeze is stopped. It does not stop someone who can choose the time that is stored: they may still date a row back into
-- the window, and only its place among the rows of its audit chain would tell. Nothing may be dated more than a minute
-- ahead, for the clocks of two machines differ a little. Imports come from files, also afterwards: no window binds them.
alter policy respondent_submits on report with check (
  app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round() and channel = 'web'
  and exists (
    select from round
    where round.id = report.round_id and report.submitted_at >= round.opens_at and report.submitted_at < round.freezes_at
  )
);

-- What is already saved stays readable after the freeze, and may be removed.
create policy begun_in_window on draft as restrictive for insert with check (
  saved_at <= now() + interval '1 minute'
  and exists (
    select from round
    where round.id = draft.round_id and draft.saved_at >= round.opens_at and draft.saved_at < round.freezes_at
  )
);
create policy saved_in_window on draft as restrictive for update using (true) with check (
  saved_at <= now() + interval '1 minute'
  and exists (
    select from round
    where round.id = draft.round_id and draft.saved_at >= round.opens_at and draft.saved_at < round.freezes_at
  )
);

-- A policy of report cannot read report, so the version is checked here; two at once are told apart by the primary key.
create function report_check() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  latest integer;
begin
  select max(version) into latest
  from report
  where municipality_no = new.municipality_no and round_id = new.round_id;
  if new.version is distinct from coalesce(latest, 0) + 1 then
    raise exception 'version % does not follow version %', new.version, coalesce(latest, 0)
      using errcode = 'check_violation', constraint = 'report_version_follows';
  end if;
  if new.submitted_at > now() + interval '1 minute' then
    raise exception 'sent in the future: %', new.submitted_at
      using errcode = 'check_violation', constraint = 'report_submitted_by_now';
  end if;
  return new;
end
$$;

create trigger report_check
before insert on report
for each row execute function report_check();
