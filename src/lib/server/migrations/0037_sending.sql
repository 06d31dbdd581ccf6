-- How a unit presents itself in its letters, and where it meets people, from a day on; the newest decision of a day counts.
create table case_letterhead (
  unit_no text not null references case_unit,
  valid_from date not null,
  decided_at timestamptz not null,
  unit_title text not null check (length(unit_title) between 1 and 80),
  street text not null check (length(street) between 1 and 80),
  postcode text not null check (postcode ~ '^\d{4}$'),
  town text not null check (length(town) between 1 and 40),
  phone text not null check (phone ~ '^\+?[\d ]{5,16}$'),
  office text not null check (length(office) between 1 and 120),
  neutral text check (length(neutral) between 1 and 120),
  digital text check (length(digital) between 1 and 120),
  minutes integer not null check (minutes between 5 and 240),
  decided_by uuid references person,
  primary key (unit_no, valid_from, decided_at)
);

-- Where a unit sends its notices in a police district, from a day on.
create table case_prosecution (
  unit_no text not null references case_unit,
  police_district text not null check (length(police_district) between 1 and 40),
  valid_from date not null,
  decided_at timestamptz not null,
  organisation_no text not null check (organisation_no ~ '^\d{9}$'),
  office text not null check (length(office) between 1 and 80),
  street text not null check (length(street) between 1 and 80),
  postcode text not null check (postcode ~ '^\d{4}$'),
  town text not null check (length(town) between 1 and 40),
  decided_by uuid references person,
  primary key (unit_no, police_district, valid_from, decided_at)
);
alter table case_letterhead enable row level security;
alter table case_prosecution enable row level security;
grant select, insert on case_letterhead, case_prosecution to regionspeil_app;
create policy unit_reads on case_letterhead for select
  using (
    (select app_is_case_task())
    or unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'sampler', 'archivist']))
  );
create policy leader_decides on case_letterhead for insert
  with check (
    app_is_case_task()
    or unit_no in (select app_case_units(array['unit_leader'])) and decided_by = app_person()
  );
create policy unit_reads on case_prosecution for select
  using (
    (select app_is_case_task())
    or unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'sampler', 'archivist']))
  );
create policy leader_decides on case_prosecution for insert
  with check (
    app_is_case_task()
    or unit_no in (select app_case_units(array['unit_leader'])) and decided_by = app_person()
  );

-- Which summons or notice of its case a message is about, and each of them once; a guardian may get a copy of a summons.
alter table dispatch add column number integer check (number > 0);
alter table dispatch drop constraint dispatch_kind_check;
alter table dispatch add constraint dispatch_kind_check
  check (kind in ('summons', 'second_summons', 'guardian_copy', 'notice', 'reminder'));
create unique index dispatch_once on dispatch (municipality_no, case_id, kind, number) where state <> 'cancelled';
grant insert (number) on dispatch to regionspeil_app;
