-- Who takes tests is a role of its own.
alter table role_grant drop constraint role_grant_unit_fits_role;
alter table role_grant add constraint role_grant_unit_fits_role check (
  case role
    when 'respondent' then unit_type = 'municipality'
    when 'adviser' then unit_type = 'korus_region'
    when 'governor' then unit_type = 'county'
    when 'case_officer' then unit_type = 'advisory_unit'
    when 'unit_leader' then unit_type = 'advisory_unit'
    when 'sampler' then unit_type = 'advisory_unit'
    when 'archivist' then unit_type = 'advisory_unit'
    when 'administrator' then unit_type in ('country', 'korus_region', 'county', 'municipality')
    else false
  end
);
create or replace function app_may_give(given_role text, given_unit_type text, given_unit_id text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_actor() = 'person' and exists (
    select
    from app_grants() as mine
    join unit_within as place on place.within_type = mine.unit_type and place.within_id = mine.unit_id
    where place.unit_type = given_unit_type
      and place.unit_id = given_unit_id
      and case mine.role
        when 'administrator' then
          mine.unit_type = 'municipality' or given_role not in ('case_officer', 'unit_leader', 'sampler', 'archivist')
        when 'unit_leader' then given_role in ('case_officer', 'sampler', 'archivist')
        when 'adviser' then given_role = 'respondent'
        when 'respondent' then given_role = 'respondent'
        else false
      end
  )
$$;

-- The units where the person who acts has one of these roles, and the tasks of the system that work with cases.
create function app_case_units(roles text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select unit_id
  from app_grants()
  where app_actor() = 'person' and unit_type = 'advisory_unit' and role = any (roles)
$$;
create function app_is_case_task() returns boolean
language sql stable parallel safe
return app_actor() = 'system' and app_task() in ('case_intake', 'case_dispatch', 'case_key', 'case_demonstration');

-- A unit that keeps its cases here, by the number of the municipality that hosts it, and those it serves.
create table case_unit (
  unit_no text primary key check (unit_no ~ '^\d{4}$'),
  opened_at timestamptz not null
);
create table case_unit_area (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  unit_no text not null references case_unit,
  valid_from date not null,
  valid_until date check (valid_until > valid_from),
  primary key (municipality_no, unit_no)
);
create unique index case_unit_area_now on case_unit_area (municipality_no) where valid_until is null;

-- What a unit has decided, from a day on: deadlines in working days, how long a closed case is kept, how often somebody is
-- summoned before the prosecution is told, and the agreement that lets results of tests pass through the unit.
create table case_unit_setting (
  unit_no text not null references case_unit,
  valid_from date not null,
  register_days integer not null check (register_days between 1 and 60),
  summon_days integer not null check (summon_days between 1 and 60),
  meeting_days integer not null check (meeting_days between 1 and 180),
  notice_days integer not null check (notice_days between 1 and 60),
  least_warning_days integer not null check (least_warning_days between 0 and 60),
  reminder_hours integer not null check (reminder_hours between 1 and 168),
  retention_months integer not null check (retention_months between 1 and 120),
  least_attempts integer not null check (least_attempts between 1 and 5),
  attendances integer not null check (attendances between 1 and 20),
  result_agreement text check (length(result_agreement) between 1 and 80),
  decided_at timestamptz not null,
  decided_by uuid references person,
  primary key (unit_no, valid_from)
);

-- The keys of a municipality's person data, wrapped by a master key that is never in the database.
create table case_key (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  edition integer not null check (edition > 0),
  master text not null check (length(master) between 1 and 40),
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (municipality_no, edition)
);

-- A case without its person: where it stands, what is due, and how it ended.
create table case_file (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  id uuid not null,
  unit_no text not null,
  number integer not null check (number > 0),
  year integer not null,
  revision integer not null default 0,
  state text not null
    check (state in ('received', 'active', 'to_clarify', 'awaiting_prosecution', 'transferred', 'closed')),
  attendance text not null check (attendance in ('not_required', 'not_summoned', 'summoned', 'not_met', 'fulfilled')),
  testing text not null check (testing in ('not_required', 'none', 'planned', 'taken', 'missed')),
  reference_digest bytea not null,
  police_district text not null,
  legal_ground text not null,
  decided_on date not null,
  probation_until date,
  received_on date not null,
  channel text not null check (channel in ('svarinn', 'letter', 'manual')),
  age_band text check (age_band in ('15_17', '18_24', '25_over')),
  responsible_id uuid references person,
  register_by date,
  summon_by date,
  meeting_by date,
  notice_by date,
  summonses integer not null default 0,
  meeting_at timestamptz,
  meeting_place text check (meeting_place in ('office', 'neutral', 'digital')),
  summons_channel text check (summons_channel in ('svarut', 'post', 'handed_over')),
  delivery text check (delivery in ('sent', 'delivered', 'failed')),
  is_reminded boolean not null default false,
  met integer not null default 0,
  missed integer not null default 0,
  first_met_on date,
  test_at timestamptz,
  tested integer not null default 0,
  task text check (task in ('send_on_paper', 'summon_or_notify')),
  proposed_event text,
  proposed_by uuid references person,
  proposed_at timestamptz,
  proposal jsonb,
  transferred_to text check (transferred_to ~ '^\d{4}$' and transferred_to <> municipality_no),
  closing_code text
    check (closing_code in ('fulfilled', 'not_fulfilled', 'withdrawn', 'transferred', 'expired', 'misregistered')),
  closed_on date,
  delete_after date,
  archived_at timestamptz,
  archive_reference text check (length(archive_reference) between 1 and 80),
  is_held boolean not null default false,
  hold_reason text check (hold_reason in ('complaint', 'access_request', 'dispute')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (municipality_no, id),
  unique (unit_no, year, number, municipality_no),
  foreign key (municipality_no, unit_no) references case_unit_area,
  check ((state = 'closed') = (closed_on is not null)),
  check ((closed_on is null) = (closing_code is null)),
  check ((closed_on is null) = (delete_after is null)),
  check ((proposed_event is null) = (proposed_by is null)),
  check (is_held = (hold_reason is not null)),
  check (state = 'received' or age_band is not null or closing_code = 'misregistered' or state = 'transferred')
);
create index case_file_by_unit on case_file (unit_no, state);
-- The same reference is open once.
create unique index case_file_reference on case_file (municipality_no, reference_digest) where state <> 'closed';

-- Who the case is about: every field encrypted by itself with the municipality's key of this edition.
create table case_person (
  municipality_no text not null,
  case_id uuid not null,
  key_edition integer not null,
  reference bytea not null,
  name bytea not null,
  national_id bytea,
  born bytea,
  address bytea,
  mobile bytea,
  language bytea,
  interpreter bytea,
  guardian_name bytea,
  guardian_address bytea,
  guardian_mobile bytea,
  changed_at timestamptz not null,
  primary key (municipality_no, case_id),
  foreign key (municipality_no, case_id) references case_file on delete cascade,
  foreign key (municipality_no, key_edition) references case_key
);

-- What the prosecution has set as a condition; a change is a new version.
create table case_condition (
  municipality_no text not null,
  case_id uuid not null,
  kind text not null check (kind in ('attendance', 'testing')),
  version integer not null check (version > 0),
  required integer not null check (required between 1 and 50),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  is_withdrawn boolean not null default false,
  recorded_at timestamptz not null,
  primary key (municipality_no, case_id, kind, version),
  foreign key (municipality_no, case_id) references case_file on delete cascade
);

-- What happened in a case, in codes and dates. Never changed.
create table case_event (
  municipality_no text not null,
  case_id uuid not null,
  sequence integer not null check (sequence > 0),
  at timestamptz not null,
  event text not null,
  role text not null check (role in ('case_officer', 'unit_leader', 'sampler', 'archivist', 'system')),
  by_person uuid references person,
  confirmed_by uuid references person,
  to_state text not null,
  recorded jsonb not null,
  primary key (municipality_no, case_id, sequence),
  foreign key (municipality_no, case_id) references case_file on delete cascade,
  check (confirmed_by is distinct from by_person or confirmed_by is null)
);

-- What the prosecution is to be told, and when it was.
create table case_notice (
  municipality_no text not null,
  case_id uuid not null,
  number integer not null check (number > 0),
  kind text not null
    check (kind in ('unclear_condition', 'wrong_municipality', 'no_show', 'test_not_given', 'positive_test', 'attended')),
  due_on date not null,
  made_at timestamptz not null,
  channel text check (channel in ('svarut', 'post', 'handed_over')),
  sent_on date,
  receipted_at timestamptz,
  primary key (municipality_no, case_id, number),
  foreign key (municipality_no, case_id) references case_file on delete cascade,
  check ((sent_on is null) = (channel is null)),
  check (receipted_at is null or sent_on is not null)
);

alter table case_unit enable row level security;
alter table case_unit_area enable row level security;
alter table case_unit_setting enable row level security;
alter table case_key enable row level security;
alter table case_file enable row level security;
alter table case_person enable row level security;
alter table case_condition enable row level security;
alter table case_event enable row level security;
alter table case_notice enable row level security;

grant select, insert on
  case_unit, case_unit_area, case_unit_setting, case_key, case_file, case_condition, case_event, case_notice
to regionspeil_app;
grant update (valid_until) on case_unit_area to regionspeil_app;
grant update (wrapped, master) on case_key to regionspeil_app;
grant delete on case_key to regionspeil_app;
grant update (
  revision, state, attendance, testing, age_band, responsible_id, register_by, summon_by, meeting_by, notice_by,
  summonses, meeting_at, meeting_place, summons_channel, delivery, is_reminded, met, missed, first_met_on, test_at, tested, task,
  proposed_event, proposed_by, proposed_at, proposal, transferred_to, closing_code, closed_on, delete_after,
  archived_at, archive_reference, is_held, hold_reason, probation_until, changed_at
) on case_file to regionspeil_app;
-- Person data are read through app_read_case_person only, which tells of it.
grant select (municipality_no, case_id, key_edition, changed_at) on case_person to regionspeil_app;
grant insert on case_person to regionspeil_app;
grant update (
  key_edition, reference, name, national_id, born, address, mobile, language, interpreter,
  guardian_name, guardian_address, guardian_mobile, changed_at
) on case_person to regionspeil_app;
grant update (channel, sent_on, receipted_at) on case_notice to regionspeil_app;

create policy unit_reads on case_unit for select
  using (
    (select app_is_case_task())
    or unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'sampler', 'archivist']))
  );
create policy leader_opens on case_unit for insert
  with check (app_is_case_task() or unit_no in (select app_case_units(array['unit_leader'])));
create policy unit_reads on case_unit_area for select
  using (
    (select app_is_case_task())
    or unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'sampler', 'archivist']))
  );
-- A leader opens the register for the unit's own host; others are added by whoever runs the system.
create policy leader_opens on case_unit_area for insert
  with check (
    app_is_case_task()
    or municipality_no = unit_no and unit_no in (select app_case_units(array['unit_leader']))
  );
create policy task_changes on case_unit_area for update
  using (app_is_case_task()) with check (app_is_case_task());
create policy unit_reads on case_unit_setting for select
  using (
    (select app_is_case_task())
    or unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'sampler', 'archivist']))
  );
create policy leader_decides on case_unit_setting for insert
  with check (
    app_is_case_task()
    or unit_no in (select app_case_units(array['unit_leader'])) and decided_by = app_person()
  );

create function app_case_municipalities(roles text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select municipality_no from case_unit_area where unit_no in (select app_case_units(roles))
$$;
create policy unit_reads on case_key for select
  using (
    (select app_is_case_task())
    or municipality_no in (
      select app_case_municipalities(array['case_officer', 'unit_leader', 'sampler', 'archivist'])
    )
  );
create policy unit_makes on case_key for insert
  with check (
    app_is_case_task() or municipality_no in (select app_case_municipalities(array['case_officer', 'unit_leader']))
  );
create policy task_rewraps on case_key for update
  using (app_actor() = 'system' and app_task() = 'case_key')
  with check (app_actor() = 'system' and app_task() = 'case_key');
create policy task_removes on case_key for delete
  using (app_actor() = 'system' and app_task() = 'case_key');

create policy unit_reads on case_file for select
  using (
    (select app_is_case_task())
    or unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'archivist']))
    or testing <> 'not_required' and unit_no in (select app_case_units(array['sampler']))
  );
create policy officer_adds on case_file for insert
  with check (app_is_case_task() or unit_no in (select app_case_units(array['case_officer'])));
create policy unit_changes on case_file for update
  using (
    app_is_case_task()
    or unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'sampler', 'archivist']))
  )
  with check (
    app_is_case_task()
    or unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'sampler', 'archivist']))
  );

-- What belongs to a case is seen and written by those who see the case.
create policy with_case_reads on case_condition for select
  using (
    exists (select from case_file where case_file.municipality_no = case_condition.municipality_no and id = case_id)
  );
create policy with_case_adds on case_condition for insert
  with check (
    exists (select from case_file where case_file.municipality_no = case_condition.municipality_no and id = case_id)
  );
create policy with_case_reads on case_event for select
  using (
    exists (select from case_file where case_file.municipality_no = case_event.municipality_no and id = case_id)
  );
create policy with_case_adds on case_event for insert
  with check (
    exists (select from case_file where case_file.municipality_no = case_event.municipality_no and id = case_id)
    and (by_person is not distinct from app_person() or confirmed_by = app_person())
  );
create policy with_case_reads on case_notice for select
  using (
    exists (select from case_file where case_file.municipality_no = case_notice.municipality_no and id = case_id)
  );
create policy with_case_adds on case_notice for insert
  with check (
    exists (select from case_file where case_file.municipality_no = case_notice.municipality_no and id = case_id)
  );
create policy with_case_changes on case_notice for update
  using (
    exists (select from case_file where case_file.municipality_no = case_notice.municipality_no and id = case_id)
  )
  with check (
    exists (select from case_file where case_file.municipality_no = case_notice.municipality_no and id = case_id)
  );

create policy with_case_names on case_person for select
  using (
    exists (select from case_file where case_file.municipality_no = case_person.municipality_no and id = case_id)
  );
create policy officer_adds on case_person for insert
  with check (
    exists (
      select
      from case_file
      where case_file.municipality_no = case_person.municipality_no
        and id = case_id
        and (app_is_case_task() or unit_no in (select app_case_units(array['case_officer'])))
    )
  );
create policy officer_changes on case_person for update
  using (
    exists (
      select
      from case_file
      where case_file.municipality_no = case_person.municipality_no
        and id = case_id
        and (app_is_case_task() or unit_no in (select app_case_units(array['case_officer'])))
    )
  )
  with check (true);

-- The person of a case, still encrypted, for those who may read it now; each reading is a row of the unit's audit, in the
-- same statement. A sampler reads while a test is planned, an archivist when the case is closed.
create function app_read_case_person(of_municipality text, of_case uuid, purpose text, read_at timestamptz)
returns setof case_person
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  file record;
begin
  select case_file.unit_no, case_file.state, case_file.testing
  into file
  from case_file
  where case_file.municipality_no = of_municipality and case_file.id = of_case;
  if not found then
    return;
  end if;
  if not (
    app_is_case_task()
    or file.unit_no in (select app_case_units(array['case_officer', 'unit_leader']))
    or file.testing = 'planned' and file.unit_no in (select app_case_units(array['sampler']))
    or file.state = 'closed' and file.unit_no in (select app_case_units(array['archivist']))
  ) then
    return;
  end if;
  insert into audit (at, chain, action, subject, detail)
  values (
    read_at,
    'unit-' || file.unit_no,
    'case_person_read',
    'case/' || of_case,
    jsonb_build_object('purpose', purpose)
  );
  return query
    select
      held.municipality_no, held.case_id, held.key_edition, held.reference, held.name, held.national_id, held.born,
      held.address, held.mobile, held.language, held.interpreter, held.guardian_name, held.guardian_address,
      held.guardian_mobile, held.changed_at
    from case_person as held
    where held.municipality_no = of_municipality and held.case_id = of_case;
end
$$;
revoke execute on function app_read_case_person(text, uuid, text, timestamptz) from public;
grant execute on function app_read_case_person(text, uuid, text, timestamptz) to regionspeil_app;

-- Who has seen or changed a case, the newest first, for those who work with it.
create function app_case_readings(of_municipality text, of_case uuid, most integer) returns table (
  at timestamptz,
  actor_kind text,
  actor_name text,
  action text,
  detail jsonb
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select audit.at, audit.actor_kind, coalesce(actor.name, audit.actor_id), audit.action, audit.detail
  from case_file
  join audit on audit.chain = 'unit-' || case_file.unit_no and audit.subject = 'case/' || case_file.id
  left join person as actor on actor.id::text = audit.actor_id
  where case_file.municipality_no = of_municipality
    and case_file.id = of_case
    and case_file.unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'archivist']))
  order by audit.sequence desc
  limit most
$$;
revoke execute on function app_case_readings(text, uuid, integer) from public;
grant execute on function app_case_readings(text, uuid, integer) to regionspeil_app;

-- The names of those who work, or have worked, with a unit's cases.
create function app_case_people(of_unit text) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct person.id, person.name
  from role_grant
  join person on person.id = role_grant.person_id
  where role_grant.unit_type = 'advisory_unit'
    and role_grant.unit_id = of_unit
    and of_unit in (select app_case_units(array['case_officer', 'unit_leader', 'sampler', 'archivist']))
$$;
revoke execute on function app_case_people(text) from public;
grant execute on function app_case_people(text) to regionspeil_app;
