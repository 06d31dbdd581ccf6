-- The sentences of a county's own package as the county governor's adviser wrote them, one a line, with the names of figures
-- between braces; one text for the house and one for the public.
create table county_package_text (
  county_no text not null check (county_no ~ '^\d{2}$'),
  round_id text not null references round on delete cascade,
  audience text not null check (audience in ('internal', 'public')),
  language text not null check (language in ('nb', 'nn')),
  body text not null check (length(body) <= 10000),
  changed_at timestamptz not null,
  changed_by uuid not null references person,
  primary key (county_no, round_id, audience, language)
);

alter table county_package_text enable row level security;
grant select, insert on county_package_text to regionspeil_app;
grant update (body, changed_at, changed_by) on county_package_text to regionspeil_app;

create policy governor_reads on county_package_text for select
  using (app_covers(array['governor'], 'county', county_no));
create policy governor_writes on county_package_text for insert
  with check (app_covers(array['governor'], 'county', county_no) and changed_by = (select app_person()));
create policy governor_changes on county_package_text for update
  using (app_covers(array['governor'], 'county', county_no))
  with check (app_covers(array['governor'], 'county', county_no) and changed_by = (select app_person()));
