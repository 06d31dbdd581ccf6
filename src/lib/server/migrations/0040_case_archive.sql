-- Packages that were made of a case for the archive: when, by whom, how many documents, and the checksum of the file.
create table case_export (
  municipality_no text not null,
  case_id uuid not null,
  number integer not null check (number > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  documents integer not null check (documents > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (municipality_no, case_id, number),
  foreign key (municipality_no, case_id) references case_file on delete cascade
);
alter table case_export enable row level security;
grant select, insert on case_export to regionspeil_app;
create policy with_case_reads on case_export for select
  using (
    exists (select from case_file where case_file.municipality_no = case_export.municipality_no and id = case_id)
  );
create policy archivist_exports on case_export for insert
  with check (
    made_by = (select app_person())
    and exists (
      select
      from case_file
      where case_file.municipality_no = case_export.municipality_no
        and id = case_id
        and state = 'closed'
        and unit_no in (select app_case_units(array['archivist']))
    )
  );

-- Whom a closed case is about is what was archived: it is not changed any more, but by the change of a key.
drop policy officer_changes on case_person;
create policy officer_changes on case_person for update
  using (
    exists (
      select
      from case_file
      where case_file.municipality_no = case_person.municipality_no
        and id = case_id
        and (app_is_case_task() or state <> 'closed' and unit_no in (select app_case_units(array['case_officer'])))
    )
  )
  with check (true);

-- What was removed of a unit, when, and by which two persons, for its leaders and archivists: from the tombstones and the
-- audit, which has the days and the names. Nothing of it tells who the case was about.
create function app_case_removals(of_unit text) returns table (
  municipality_no text,
  case_id uuid,
  purged_month date,
  closing_code text,
  age_band text,
  backups_until date,
  removed_at timestamptz,
  removed jsonb,
  proposed_by text,
  confirmed_by text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select
    stone.municipality_no, stone.case_id, stone.purged_month, stone.closing_code, stone.age_band, stone.backups_until,
    removal.at, removal.detail, proposer.name, confirmer.name
  from case_tombstone as stone
  join audit as removal
    on removal.chain = 'unit-' || of_unit
    and removal.subject = 'case/' || stone.case_id
    and removal.action = 'case_purged'
  left join lateral (
    select proposal.actor_id
    from audit as proposal
    where proposal.chain = removal.chain
      and proposal.subject = removal.subject
      and proposal.action = 'case_proposed'
      and proposal.detail ->> 'event' = 'purge'
      and proposal.sequence < removal.sequence
    order by proposal.sequence desc
    limit 1
  ) as proposal on true
  left join person as proposer on proposer.id::text = proposal.actor_id
  left join person as confirmer on confirmer.id::text = removal.actor_id
  where of_unit in (select app_case_units(array['unit_leader', 'archivist']))
  order by removal.sequence desc
$$;
revoke execute on function app_case_removals(text) from public;
grant execute on function app_case_removals(text) to regionspeil_app;

-- A joint unit: which agreement lets it serve a municipality besides its host, and who added and ended it.
alter table case_unit_area
  add column agreement text check (length(agreement) between 1 and 80),
  add column added_by uuid references person,
  add column ended_by uuid references person;
grant update (valid_from, agreement, added_by, ended_by) on case_unit_area to regionspeil_app;
drop policy leader_opens on case_unit_area;
create policy leader_adds on case_unit_area for insert
  with check (
    app_is_case_task()
    or unit_no in (select app_case_units(array['unit_leader']))
      and (municipality_no = unit_no or agreement is not null and added_by = (select app_person()))
  );
create policy leader_changes on case_unit_area for update
  using (municipality_no <> unit_no and unit_no in (select app_case_units(array['unit_leader'])))
  with check (
    municipality_no <> unit_no
    and agreement is not null
    and unit_no in (select app_case_units(array['unit_leader']))
  );

-- A municipality is served by one unit at a time, also by those that whoever writes does not see.
create function case_unit_area_alone() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select
    from case_unit_area as other
    where other.municipality_no = new.municipality_no
      and other.unit_no <> new.unit_no
      and daterange(other.valid_from, other.valid_until) && daterange(new.valid_from, new.valid_until)
  ) then
    raise exception 'another unit serves the municipality then' using errcode = 'unique_violation';
  end if;
  return new;
end
$$;
revoke execute on function case_unit_area_alone() from public;
create trigger case_unit_area_alone before insert or update on case_unit_area
  for each row execute function case_unit_area_alone();

-- Tells a municipality's own audit that a unit serves it, or does no more: the leader of the unit does not write there otherwise.
create function app_tell_served(of_municipality text, of_unit text, told_action text, told jsonb, told_at timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if told_action not in ('case_area_added', 'case_area_ended')
    or of_unit not in (select app_case_units(array['unit_leader']))
    or not exists (select from case_unit_area where municipality_no = of_municipality and unit_no = of_unit)
  then
    raise exception 'the municipality may not be told' using errcode = 'insufficient_privilege';
  end if;
  insert into audit (at, chain, action, subject, detail)
  values (told_at, of_municipality, told_action, of_unit, told);
end
$$;
revoke execute on function app_tell_served(text, text, text, jsonb, timestamptz) from public;
grant execute on function app_tell_served(text, text, text, jsonb, timestamptz) to regionspeil_app;

-- A case begins only where its unit serves the municipality on the day it is added.
drop policy officer_adds on case_file;
create policy officer_adds on case_file for insert
  with check (
    app_is_case_task()
    or unit_no in (select app_case_units(array['case_officer']))
      and exists (
        select
        from case_unit_area as area
        where area.municipality_no = case_file.municipality_no
          and area.unit_no = case_file.unit_no
          and daterange(area.valid_from, area.valid_until) @> (created_at at time zone 'Europe/Oslo')::date
      )
  );
