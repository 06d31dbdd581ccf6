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
