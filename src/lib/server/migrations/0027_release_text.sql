-- The sentences of a release as they are written, one a line, with the names of figures between braces.
create table release_text (
  korus_region text not null,
  round_id text not null,
  version integer not null,
  language text not null check (language in ('nb', 'nn')),
  body text not null check (length(body) <= 10000),
  changed_at timestamptz not null,
  changed_by uuid not null references person,
  primary key (korus_region, round_id, version, language),
  foreign key (korus_region, round_id, version) references release on delete cascade
);

alter table release_text enable row level security;
grant select, insert on release_text to regionspeil_app;
grant update (body, changed_at, changed_by) on release_text to regionspeil_app;

create policy adviser_reads on release_text for select using (korus_region in (select app_regions()));
-- What was sent to review says what it says.
create function app_is_draft(of_region text, of_round text, of_version integer) returns boolean
language sql stable
return exists (
  select
  from release
  where release.korus_region = of_region
    and release.round_id = of_round
    and release.version = of_version
    and release.state = 'draft'
    and release.korus_region in (select app_regions())
);
create policy adviser_writes on release_text for insert
  with check (app_is_draft(korus_region, round_id, version) and changed_by = (select app_person()));
create policy adviser_changes on release_text for update
  using (app_is_draft(korus_region, round_id, version))
  with check (app_is_draft(korus_region, round_id, version) and changed_by = (select app_person()));
