-- What is left of a case that is gone, for counting: nothing that leads back to it.
create table case_count (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  id uuid not null default gen_random_uuid(),
  received_month date not null check (extract(day from received_month) = 1),
  is_under_18 boolean not null,
  is_met boolean not null,
  is_missed boolean not null,
  days_to_meeting integer check (days_to_meeting >= 0),
  closing_code text not null,
  primary key (municipality_no, id)
);

-- That a case was there, and that it was removed as it should: no day, no person.
create table case_tombstone (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  case_id uuid not null,
  purged_month date not null check (extract(day from purged_month) = 1),
  closing_code text not null,
  age_band text,
  backups_until date not null,
  primary key (municipality_no, case_id)
);
alter table case_count enable row level security;
alter table case_tombstone enable row level security;
grant select on case_count, case_tombstone to regionspeil_app;
create policy unit_reads on case_count for select
  using (municipality_no in (select app_case_municipalities(array['case_officer', 'unit_leader', 'archivist'])));
create policy unit_reads on case_tombstone for select
  using (municipality_no in (select app_case_municipalities(array['unit_leader', 'archivist'])));

-- Removes a case for good when its time has passed, it is archived and not held, an archivist has proposed it and a leader,
-- who is somebody else, confirms it. No task of the system can. Backups hold it until `backups_until`.
create function app_purge_case(of_municipality text, of_case uuid, purged_at timestamptz, backups_until date)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  file record;
begin
  select
    case_file.unit_no, case_file.state, case_file.delete_after, case_file.archived_at, case_file.is_held,
    case_file.proposed_event, case_file.proposed_by, case_file.received_on, case_file.age_band, case_file.met,
    case_file.missed, case_file.first_met_on, case_file.closing_code
  into file
  from case_file
  where case_file.municipality_no = of_municipality and case_file.id = of_case
  for update;
  if not found
    or app_actor() is distinct from 'person'
    or file.unit_no not in (select app_case_units(array['unit_leader']))
    or file.state <> 'closed'
    or file.delete_after >= least(purged_at, now() + interval '1 minute')::date
    or file.archived_at is null
    or file.is_held
    or file.proposed_event is distinct from 'purge'
    or file.proposed_by = app_person()
    or not exists (
      select
      from role_grant
      where person_id = file.proposed_by and role = 'archivist' and unit_type = 'advisory_unit'
        and unit_id = file.unit_no and (valid_until is null or valid_until > now())
    )
  then
    raise exception 'the case may not be removed' using errcode = 'insufficient_privilege';
  end if;
  insert into case_count (
    municipality_no, received_month, is_under_18, is_met, is_missed, days_to_meeting, closing_code
  ) values (
    of_municipality, date_trunc('month', file.received_on)::date, file.age_band is not distinct from '15_17',
    file.met > 0, file.missed > 0, file.first_met_on - file.received_on, file.closing_code
  );
  insert into case_tombstone (municipality_no, case_id, purged_month, closing_code, age_band, backups_until)
  values (
    of_municipality, of_case, date_trunc('month', purged_at)::date, file.closing_code, file.age_band, backups_until
  );
  delete from case_file where municipality_no = of_municipality and id = of_case;
end
$$;
revoke execute on function app_purge_case(text, uuid, timestamptz, date) from public;
grant execute on function app_purge_case(text, uuid, timestamptz, date) to regionspeil_app;
